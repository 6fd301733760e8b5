using System.Diagnostics;

namespace UserOps.Models;

/// <summary>Sums, averages and extremes of measured numbers.</summary>
internal sealed class NumbersJudge(CountedEvents events, EventAggregate rule, NumberColumn column) : EventJudge
{
    private readonly double _limit = Threshold.NearestDouble(rule.Value);

    internal override bool? Judge(SeenRows rows) => NumberOf(rows) is { } number ? Holds(rule.Comparison, number, _limit) : null;

    internal override ActualValue? MadeOf(SeenRows rows) => NumberOf(rows) is { } number ? new() { Measured = number } : null;

    private double? NumberOf(SeenRows rows)
    {
        NumberTotals totals = events.Totals(rows, column);
        return rule.Aggregation switch
        {
            EventAggregation.Sum => totals.Sum,
            _ when totals.Count == 0 => null,
            EventAggregation.Average => totals.Sum / totals.Count,
            EventAggregation.Minimum => totals.Least,
            EventAggregation.Maximum => totals.Greatest,
            _ => throw new UnreachableException(),
        };
    }
}
