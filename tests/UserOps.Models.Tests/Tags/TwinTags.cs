using System.Globalization;
using UserOps.Models.Tags;
using UserOps.Models.Tests.Segments;

namespace UserOps.Models.Tests.Tags;

/// <summary>Tags as the contract words them: one user at a time, from that user's rows alone.</summary>
internal sealed class TwinTags(TwinUser user, EvaluationContext context, IReadOnlyDictionary<string, SegmentRule> segments)
{
    private readonly TwinUserRule _rules = new(user, context, segments);

    /// <summary>Gets the value of the first true rule, and whether a rule before it (any, when none is true) is unknown.</summary>
    internal (string? Value, bool IsUncertain) Ordered(OrderedRulesComputation ordered)
    {
        List<bool?> answers = [.. ordered.Rules.Select(rule => _rules.Holds(rule.Rule))];
        int first = answers.IndexOf(true);
        return first < 0 ? (null, answers.Contains(null)) : (ordered.Rules[first].Value, answers.Take(first).Contains(null));
    }

    internal (decimal Score, string? Band, string[] Unknown, decimal Lower, decimal Upper) Score(ScoreComputation score)
    {
        List<(ScoreElement Element, bool? Answer)> answers = [.. score.Elements.Select(element => (element, _rules.Holds(element.Rule)))];
        decimal sum = answers.Where(one => one.Answer == true).Sum(one => one.Element.Points);
        ScoreElement[] unknown = [.. answers.Where(one => one.Answer is null).Select(one => one.Element)];

        // Every choice of what the unknown elements may turn out to be.
        decimal[] possible = [.. Enumerable.Range(0, 1 << unknown.Length).Select(choice => sum + unknown.Where((_, i) => (choice >> i & 1) != 0).Sum(element => element.Points))];
        return (sum, score.Bands.LastOrDefault(band => band.From <= sum)?.Name, [.. unknown.Select(element => element.Id)], possible.Min(), possible.Max());
    }

    /// <summary>Gets a number, a date or what the property holds; null for no value.</summary>
    internal object? Statistic(EventComputation statistic)
    {
        List<TwinUserEvent> events =
        [
            .. user.Events.Where(one => one.At <= context.AsOf
                && (statistic.Events.Names.IsEmpty || statistic.Events.Names.Contains(one.Name))
                && (statistic.Events.Where is not { } test || TwinRule.Holds(test, field => ValueOf(one, field)) == true)
                && TwinWindow.Contains(statistic.Window, one.At, context)),
        ];
        List<object> values = statistic.Property is { } property ? [.. events.Select(one => one.Property(property)).OfType<object>()] : [];
        List<DateOnly> days = [.. events.Select(one => DayOf(one.At))];
        return statistic.Aggregation switch
        {
            TagAggregation.Count => (decimal)events.Count,
            TagAggregation.Distinct => (decimal)values.Distinct().Count(),
            TagAggregation.DistinctDays => (decimal)days.Distinct().Count(),
            TagAggregation.DaysSince => days.Count == 0 ? null : (decimal)(DayOf(context.AsOf).DayNumber - days[^1].DayNumber),
            TagAggregation.First when statistic.Property is null => days.Count == 0 ? null : days[0],
            TagAggregation.Last when statistic.Property is null => days.Count == 0 ? null : days[^1],
            TagAggregation.First => Dated(values.FirstOrDefault()),
            TagAggregation.Last => Dated(values.LastOrDefault()),
            TagAggregation.Sum when values.Count == 0 => 0m,
            _ when values.Count == 0 => null,
            _ => values[0] is double ? (object)OfNumbers(statistic.Aggregation, [.. values.Cast<double>()]) : OfDecimals(statistic.Aggregation, [.. values.Cast<decimal>()]),
        };
    }

    private static object OfDecimals(TagAggregation aggregation, List<decimal> values) => aggregation switch
    {
        TagAggregation.Sum => values.Sum(),
        TagAggregation.Average => double.Parse((values.Sum() / values.Count).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture), // a cast rounds twice
        TagAggregation.Minimum => values.Min(),
        _ => values.Max(),
    };

    private static double OfNumbers(TagAggregation aggregation, List<double> values) => aggregation switch
    {
        TagAggregation.Sum => values.Aggregate(0.0, (sum, value) => sum + value),
        TagAggregation.Average => values.Aggregate(0.0, (sum, value) => sum + value) / values.Count,
        TagAggregation.Minimum => values.Min(),
        _ => values.Max(),
    };

    private object? ValueOf(TwinUserEvent one, string field)
        => field == "@localTime" ? TwinLocalTime.Of(one.At, context.Zone).ToString("HH:mm:ss", CultureInfo.InvariantCulture) : one.Property(field);

    private object? Dated(object? value) => value is DateTimeOffset instant ? DayOf(instant) : value;

    private DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(TwinLocalTime.Of(at, context.Zone));
}
