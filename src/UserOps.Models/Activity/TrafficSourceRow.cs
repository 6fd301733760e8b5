using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace UserOps.Models.Activity;

/// <summary>The visits from one source: those whose first view has its value. JSON round-trip.</summary>
public sealed record TrafficSourceRow
{
    /// <summary>Gets the value; null for visits whose first view has none. Unknown sources are a row of their own, never left out.</summary>
    public string? Value { get; init; }

    /// <summary>Gets how many users have a visit from here; a user with visits from two sources is in both rows.</summary>
    public required long Visitors { get; init; }

    /// <summary>Gets the visits from here, of all visits that began in the report.</summary>
    public required Ratio Share { get; init; }

    /// <summary>Gets the views of these visits.</summary>
    public required long VisitViews { get; init; }

    /// <summary>Gets the durations of these visits, in seconds.</summary>
    public required decimal VisitSeconds { get; init; }

    /// <summary>Gets how many of these visits have one view only.</summary>
    public required long Bounces { get; init; }

    /// <summary>Gets the number of visits from here.</summary>
    [JsonIgnore]
    public long Visits => Share.Numerator;

    /// <summary>Gets the share of these visits that have one view only.</summary>
    [JsonIgnore]
    public Ratio BounceShare => new(Bounces, Visits);

    /// <summary>Gets the mean number of views of these visits.</summary>
    [JsonIgnore]
    public Measure<double> ViewsPerVisit => Visits == 0 ? UndefinedReason.EmptyPopulation : (double)VisitViews / Visits;

    /// <summary>Puts rows in their order: values ordinal, the row without a value last.</summary>
    internal static ImmutableArray<TrafficSourceRow> InOrder(IEnumerable<TrafficSourceRow> rows)
        => [.. rows.OrderBy(row => row.Value is null).ThenBy(row => row.Value, StringComparer.Ordinal)];

    internal static ImmutableArray<TrafficSourceRow> Merge(IEnumerable<TrafficSourceRow> rows, long visits)
        => InOrder(rows.GroupBy(row => row.Value, StringComparer.Ordinal).Select(same => new TrafficSourceRow
        {
            Value = same.Key,
            Visitors = same.Sum(row => row.Visitors),
            Share = new(same.Sum(row => row.Visits), visits),
            VisitViews = same.Sum(row => row.VisitViews),
            VisitSeconds = same.Select(row => row.VisitSeconds).Aggregate(SessionSeconds.Sum),
            Bounces = same.Sum(row => row.Bounces),
        }));
}
