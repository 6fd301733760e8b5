using System.Diagnostics;

namespace UserOps.Models;

/// <summary>Sums, averages and extremes of amounts and quantities: exact, in whole units.</summary>
internal sealed class UnitsJudge(
    EventTable events, EventMatches matches, EventAggregate rule, Column column, ColumnValues<long> units, UnitLimit limit) : EventJudge
{
    internal override bool? Judge(SeenRows rows)
    {
        ReadOnlySpan<long> values = units();
        Int128 sum = 0;
        int count = 0;
        (long least, long greatest) = (long.MaxValue, long.MinValue);
        for (int row = rows.From; row < rows.To; row++)
        {
            if (matches.Contains(events.CodeAt(row), row) && !column.IsMissing(row))
            {
                long value = values[row];
                count++;
                sum += value;
                least = Math.Min(least, value);
                greatest = Math.Max(greatest, value);
            }
        }

        return rule.Aggregation switch
        {
            EventAggregation.Sum => Holds(rule.Comparison, limit.CompareTo(sum, 1), 0),
            _ when count == 0 => null,
            EventAggregation.Average => Holds(rule.Comparison, limit.CompareTo(sum, count), 0),
            EventAggregation.Minimum => Holds(rule.Comparison, limit.CompareTo(least, 1), 0),
            EventAggregation.Maximum => Holds(rule.Comparison, limit.CompareTo(greatest, 1), 0),
            _ => throw new UnreachableException(),
        };
    }
}
