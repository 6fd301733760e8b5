using System.Diagnostics;

namespace UserOps.Models;

/// <summary>Sums, averages and extremes of amounts and quantities: exact, in whole units.</summary>
internal sealed class UnitsJudge(CountedEvents events, EventAggregate rule, Column column, ColumnValues<long> units, int scale, UnitLimit limit) : EventJudge
{
    internal override bool? Judge(SeenRows rows)
        => UnitsOf(rows) is (var units, > 0 and var parts) ? Holds(rule.Comparison, limit.CompareTo(units, parts), 0) : null;

    // A sum of 2^31 longs needs 94 bits, and a decimal holds 96.
    internal override ActualValue? MadeOf(SeenRows rows)
        => UnitsOf(rows) is (var units, > 0 and var parts) ? new() { Number = DecimalUnits.ToDecimal(units, scale) / parts } : null;

    /// <summary>Gets the number in whole units as a fraction; over 0 where there is none.</summary>
    private (Int128 Units, int Parts) UnitsOf(SeenRows rows)
    {
        UnitTotals totals = events.Totals(rows, column, units());
        return rule.Aggregation switch
        {
            EventAggregation.Sum => (totals.Sum, 1),
            _ when totals.Count == 0 => (0, 0),
            EventAggregation.Average => (totals.Sum, totals.Count),
            EventAggregation.Minimum => (totals.Least, 1),
            EventAggregation.Maximum => (totals.Greatest, 1),
            _ => throw new UnreachableException(),
        };
    }
}
