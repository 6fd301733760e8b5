namespace UserOps.Models.Tags;

/// <summary>Finds the first or the last event of a user, or of those that have a property; -1 for none.</summary>
internal sealed class EdgeFold(EventTable events, EventMatches matches, Column? property, bool wantsLast, int[] rows) : EventFold(events, matches)
{
    private int _row;

    private protected override void Begin() => _row = -1;

    private protected override void Take(int row)
    {
        if ((wantsLast || _row < 0) && property?.IsMissing(row) != true)
        {
            _row = row;
        }
    }

    private protected override void End(int user) => rows[user] = _row;
}
