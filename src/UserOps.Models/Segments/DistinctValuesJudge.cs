namespace UserOps.Models;

/// <summary>Counts the different values of a property.</summary>
/// <param name="events">The events.</param>
/// <param name="matches">Those that count.</param>
/// <param name="rule">The node.</param>
/// <param name="column">The property.</param>
/// <param name="keyOf">Gives a number to the value of a row; the same one to equal values only.</param>
internal sealed class DistinctValuesJudge(EventTable events, EventMatches matches, EventAggregate rule, Column column, Func<int, long> keyOf)
    : EventJudge
{
    private readonly HashSet<long> _keys = [];

    internal override bool? Judge(SeenRows rows) => Holds(rule.Comparison, Count(rows), rule.Value);

    internal override ActualValue MadeOf(SeenRows rows) => new() { Number = Count(rows) };

    private decimal Count(SeenRows rows)
    {
        _keys.Clear();
        for (int row = rows.From; row < rows.To; row++)
        {
            if (matches.Contains(events.CodeAt(row), row) && !column.IsMissing(row))
            {
                _keys.Add(keyOf(row));
            }
        }

        return _keys.Count;
    }
}
