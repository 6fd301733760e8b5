namespace UserOps.Models.Tags;

/// <summary>Counts events.</summary>
internal sealed class CountFold(EventTable events, EventMatches matches, long[] counts) : EventFold(events, matches)
{
    private long _count;

    private protected override void Begin() => _count = 0;

    private protected override void Take(int row) => _count++;

    private protected override void End(int user) => counts[user] = _count;
}
