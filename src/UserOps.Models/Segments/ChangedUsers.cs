namespace UserOps.Models;

/// <summary>Finds the users of whom a dataset knows more than the one it grew out of.</summary>
/// <remarks>Rows are only ever added: more events, a row where there was none, a content where a reference led nowhere.</remarks>
internal sealed class ChangedUsers
{
    private readonly UserOpsDataset _before;
    private readonly UserOpsDataset _now;
    private readonly bool _contentsCame;
    private readonly bool _isSame;

    internal ChangedUsers(UserOpsDataset before, UserOpsDataset now)
    {
        (_before, _now) = (before, now);
        _isSame = ReferenceEquals(before, now);
        _contentsCame = before.Contents.Count != now.Contents.Count && before.Events.UnresolvedContents is not null;
    }

    /// <param name="user">In both datasets.</param>
    /// <exception cref="ArgumentException">Events of the user are gone: the later dataset did not grow out of the earlier one.</exception>
    internal bool Contains(int user)
    {
        if (_isSame)
        {
            return false;
        }

        int more = EventsOf(user, _now.Events) - EventsOf(user, _before.Events);
        return more >= 0
            ? more > 0 || _now.Users.HasRowOf(user) != _before.Users.HasRowOf(user) || (_contentsCame && FoundContent(user))
            : throw new ArgumentException($"The dataset did not grow out of the one of this state: user '{_now.Directory[user]}' had more events there.");
    }

    private bool FoundContent(int user)
    {
        int before = _before.Events.Offsets[user];
        int now = _now.Events.Offsets[user];
        int count = EventsOf(user, _now.Events);
        return !_now.Events.ContentRows.Slice(now, count).SequenceEqual(_before.Events.ContentRows.Slice(before, count));
    }

    private static int EventsOf(int user, EventTable events) => events.Offsets[user + 1] - events.Offsets[user];
}
