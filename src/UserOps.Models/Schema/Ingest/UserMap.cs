namespace UserOps.Models;

/// <summary>Says where the parts of a user are found in a row: the id always, columns if there are any.</summary>
/// <typeparam name="TRow">The caller's row.</typeparam>
public sealed class UserMap<TRow> : ColumnMap<TRow, UserMap<TRow>>
{
    internal UserMap()
    {
    }

    internal IdReader<TRow>? UserReader { get; private set; }

    private protected override UserMap<TRow> Self => this;

    /// <summary>Maps the id by text; null and the empty text reject the row.</summary>
    /// <param name="id">Gives the caller's key.</param>
    /// <returns>The map.</returns>
    /// <exception cref="ArgumentException">The id is mapped already.</exception>
    public UserMap<TRow> User(Func<TRow, string?> id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return User(IdReader<TRow>.OfText(new LambdaReader<TRow, string?>(MapColumns.User, id)));
    }

    /// <summary>Maps the id by number; every number is an id.</summary>
    /// <param name="id">Gives the caller's key.</param>
    /// <returns>The map.</returns>
    /// <exception cref="ArgumentException">The id is mapped already.</exception>
    public UserMap<TRow> User(Func<TRow, long> id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return User(IdReader<TRow>.OfNumber(new LambdaReader<TRow, long>(MapColumns.User, id)));
    }

    /// <summary>Maps the id by GUID; the all-zero GUID is an id.</summary>
    /// <param name="id">Gives the caller's key.</param>
    /// <returns>The map.</returns>
    /// <exception cref="ArgumentException">The id is mapped already.</exception>
    public UserMap<TRow> User(Func<TRow, Guid> id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return User(IdReader<TRow>.OfUnique(new LambdaReader<TRow, Guid>(MapColumns.User, id)));
    }

    internal UserMap<TRow> User(IdReader<TRow> reader)
    {
        if (UserReader is not null)
        {
            throw new ArgumentException("The id of a user is mapped twice.");
        }

        UserReader = reader;
        return this;
    }

    internal void RequireComplete()
    {
        if (UserReader is null)
        {
            throw new ArgumentException("The map of a user needs User(...).");
        }
    }
}
