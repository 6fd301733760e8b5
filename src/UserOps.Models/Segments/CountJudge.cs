namespace UserOps.Models;

/// <summary>Counts events.</summary>
internal sealed class CountJudge(EventTable events, EventMatches matches, Comparison comparison, long count) : EventJudge
{
    internal override bool? Judge(SeenRows rows) => Holds(comparison, Count(rows), count);

    internal override ActualValue MadeOf(SeenRows rows) => new() { Number = Count(rows) };

    private long Count(SeenRows rows)
    {
        long found = 0;
        for (int row = rows.From; row < rows.To; row++)
        {
            found += matches.Contains(events.CodeAt(row), row) ? 1 : 0;
        }

        return found;
    }
}
