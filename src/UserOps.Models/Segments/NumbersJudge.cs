using System.Diagnostics;

namespace UserOps.Models;

/// <summary>Sums, averages and extremes of measured numbers, added up in the order of the events.</summary>
internal sealed class NumbersJudge(EventTable events, EventMatches matches, EventAggregate rule, NumberColumn column) : EventJudge
{
    private readonly double _limit = Threshold.NearestDouble(rule.Value);

    internal override bool? Judge(SeenRows rows) => NumberOf(rows) is { } number ? Holds(rule.Comparison, number, _limit) : null;

    internal override ActualValue? MadeOf(SeenRows rows) => NumberOf(rows) is { } number ? new() { Measured = number } : null;

    private double? NumberOf(SeenRows rows)
    {
        double sum = 0;
        int count = 0;
        (double least, double greatest) = (double.PositiveInfinity, double.NegativeInfinity);
        for (int row = rows.From; row < rows.To; row++)
        {
            if (matches.Contains(events.CodeAt(row), row) && !column.IsMissing(row))
            {
                double value = column.Values[row];
                count++;
                sum += value;
                least = Math.Min(least, value);
                greatest = Math.Max(greatest, value);
            }
        }

        return rule.Aggregation switch
        {
            EventAggregation.Sum => sum,
            _ when count == 0 => null,
            EventAggregation.Average => sum / count,
            EventAggregation.Minimum => least,
            EventAggregation.Maximum => greatest,
            _ => throw new UnreachableException(),
        };
    }
}
