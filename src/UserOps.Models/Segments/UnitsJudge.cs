using System.Diagnostics;

namespace UserOps.Models;

/// <summary>Sums, averages and extremes of amounts and quantities: exact, in whole units.</summary>
internal sealed class UnitsJudge(
    EventTable events, EventMatches matches, EventAggregate rule, Column column, ColumnValues<long> units, int scale, UnitLimit limit) : EventJudge
{
    internal override bool? Judge(SeenRows rows)
        => UnitsOf(rows) is (var units, > 0 and var parts) ? Holds(rule.Comparison, limit.CompareTo(units, parts), 0) : null;

    // A sum of 2^31 longs needs 94 bits, and a decimal holds 96.
    internal override ActualValue? MadeOf(SeenRows rows)
        => UnitsOf(rows) is (var units, > 0 and var parts) ? new() { Number = DecimalUnits.ToDecimal(units, scale) / parts } : null;

    /// <summary>Gets the number in whole units as a fraction; over 0 where there is none.</summary>
    private (Int128 Units, int Parts) UnitsOf(SeenRows rows)
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
            EventAggregation.Sum => (sum, 1),
            _ when count == 0 => (0, 0),
            EventAggregation.Average => (sum, count),
            EventAggregation.Minimum => (least, 1),
            EventAggregation.Maximum => (greatest, 1),
            _ => throw new UnreachableException(),
        };
    }
}
