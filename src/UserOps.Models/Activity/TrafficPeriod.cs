using System.Text.Json.Serialization;

namespace UserOps.Models.Activity;

/// <summary>The traffic of one hour, day, week or month.</summary>
public sealed record TrafficPeriod
{
    /// <summary>Gets the first local date of the period; for an hour the date it begins on.</summary>
    public required DateOnly FirstDay { get; init; }

    /// <summary>Gets the first instant of the period.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>Gets the first instant after the period; the same as <see cref="Start"/> for a date that the zone skipped.</summary>
    public required DateTimeOffset End { get; init; }

    /// <summary>Gets whether the period is over at 'as of', so that no view and no visit can be added; what is in an open visit still can.</summary>
    public required bool IsComplete { get; init; }

    /// <summary>Gets the counts as seen at 'as of'.</summary>
    public required TrafficCounts Counts { get; init; }

    /// <summary>
    /// Gets the flow of people (流量): distinct visitors per hour of the period. Without a value while the period is not over, and for a date
    /// that the zone skipped.
    /// </summary>
    [JsonIgnore]
    public Measure<double> VisitorsPerHour => !IsComplete ? UndefinedReason.NotYetObservable
        : Start == End ? UndefinedReason.ZeroBase
        : Counts.UniqueVisitors / (End - Start).TotalHours;

    internal static TrafficPeriod Of(CalendarPeriod period, EvaluationContext context, TrafficCounts counts) => new()
    {
        FirstDay = period.FirstDay,
        Start = period.Start,
        End = period.End,
        IsComplete = period.IsCompleteAt(context.AsOf),
        Counts = counts,
    };
}
