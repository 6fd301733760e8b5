using System.Globalization;

namespace UserOps.Models.Tests.Segments;

/// <summary>Numbers made of events: decimals exactly, doubles as doubles.</summary>
internal static class TwinAggregate
{
    /// <summary>Compares the number made of some events with that of the rule.</summary>
    /// <returns>Below, at or above 0 as the number made is less, equal or greater; null where there is no number.</returns>
    internal static int? OrderToValue(EventAggregate rule, List<TwinUserEvent> events, EvaluationContext context)
    {
        if (rule.Aggregation == EventAggregation.DistinctDays)
        {
            return ((decimal)events.Select(one => DateOnly.FromDateTime(TwinLocalTime.Of(one.At, context.Zone))).Distinct().Count()).CompareTo(rule.Value);
        }

        List<object> values = [.. events.Select(one => one.Property(rule.Property!)).OfType<object>()];
        return rule.Aggregation == EventAggregation.Distinct ? ((decimal)values.Distinct().Count()).CompareTo(rule.Value)
            : values.Count == 0 && rule.Aggregation != EventAggregation.Sum ? null
            : values is [double, ..] ? OrderOfNumbers(rule, [.. values.Cast<double>()])
            : OrderOfDecimals(rule, [.. values.Cast<decimal>()]);
    }

    private static int OrderOfDecimals(EventAggregate rule, List<decimal> values) => rule.Aggregation switch
    {
        EventAggregation.Sum => values.Sum().CompareTo(rule.Value),
        EventAggregation.Average => values.Sum().CompareTo(rule.Value * values.Count), // a quotient would be rounded
        EventAggregation.Minimum => values.Min().CompareTo(rule.Value),
        _ => values.Max().CompareTo(rule.Value),
    };

    private static int OrderOfNumbers(EventAggregate rule, List<double> values)
    {
        double value = double.Parse(rule.Value.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return rule.Aggregation switch
        {
            EventAggregation.Sum => values.Sum().CompareTo(value),
            EventAggregation.Average => (values.Sum() / values.Count).CompareTo(value),
            EventAggregation.Minimum => values.Min().CompareTo(value),
            _ => values.Max().CompareTo(value),
        };
    }
}
