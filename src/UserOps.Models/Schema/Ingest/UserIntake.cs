namespace UserOps.Models;

/// <summary>Takes rows of users. Which of them repeat a user shows when the table is built.</summary>
internal sealed class UserIntake<TRow> : IRowIntake<TRow>
{
    private readonly RowFault _fault = new();
    private readonly PendingUsers _users;
    private readonly UserKeyWriter<TRow> _keys;
    private readonly PropertyWriters<TRow> _properties;

    internal UserIntake(PendingUsers users, UserMap<TRow> map)
    {
        map.RequireComplete();
        _users = users;
        _keys = UserKeyWriter<TRow>.Open(map.UserReader!, users.Ids, users.Keys);
        _properties = new PropertyWriters<TRow>(users, map.Properties);
    }

    public void Expect(int rows)
    {
    }

    public void Add(TRow row)
    {
        if (_keys.TryRead(row, _fault) && _properties.TryAdd(row, _fault))
        {
            _users.RequireRoom(1);
            _keys.Commit();
            _users.Accept();
        }
        else
        {
            _users.Reject(_fault);
        }
    }

    public void Complete()
    {
        _keys.Complete(_users.Count);
        _users.FillColumns();
    }
}
