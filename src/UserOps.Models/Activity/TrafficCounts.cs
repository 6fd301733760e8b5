using System.Text.Json.Serialization;

namespace UserOps.Models.Activity;

/// <summary>Traffic of one period, or of the whole report: counts are stored, means and shares derived. JSON round-trip.</summary>
public sealed record TrafficCounts
{
    /// <summary>
    /// Gets UV (访客数): distinct users with a view. Not additive over periods: who comes on two days is one visitor of the week, so that
    /// the days add up to more.
    /// </summary>
    public required long UniqueVisitors { get; init; }

    /// <summary>Gets PV (浏览量): views; a page that is loaded again counts again.</summary>
    public required long PageViews { get; init; }

    /// <summary>Gets VV (访问次数): visits that <em>began</em> here, so that they are additive over periods.</summary>
    public required long Visits { get; init; }

    /// <summary>
    /// Gets the views of these visits. It differs from <see cref="PageViews"/> where a visit goes on over the end of a period, and by
    /// views in no visit, which only separators make.
    /// </summary>
    public required long VisitViews { get; init; }

    /// <summary>Gets the durations of these visits, in seconds: each from its first view to its last one, or to the close event.</summary>
    public required decimal VisitSeconds { get; init; }

    /// <summary>Gets how many of these visits have one view only.</summary>
    public required long Bounces { get; init; }

    /// <summary>Gets how many of these visits a view just after 'as of' would still belong to: their views, durations and bounces may change.</summary>
    public required long OpenVisits { get; init; }

    /// <summary>Gets the mean number of views in a visit; without a value where no visit began.</summary>
    [JsonIgnore]
    public Measure<double> ViewsPerVisit => Visits == 0 ? UndefinedReason.EmptyPopulation : (double)VisitViews / Visits;

    /// <summary>Gets the mean number of visits that began per visitor; without a value where nobody came.</summary>
    [JsonIgnore]
    public Measure<double> VisitsPerVisitor => UniqueVisitors == 0 ? UndefinedReason.EmptyPopulation : (double)Visits / UniqueVisitors;

    /// <summary>
    /// Gets the mean duration of a visit, rounded down to a tick; without a value where none began. The time on the last page is not known
    /// unless a close event says it, so a visit of one view lasts no time.
    /// </summary>
    [JsonIgnore]
    public Measure<TimeSpan> MeanVisitDuration => SessionSeconds.Mean(VisitSeconds, Visits);

    /// <summary>Gets the share of visits of one view (跳出率).</summary>
    [JsonIgnore]
    public Ratio BounceShare => new(Bounces, Visits);

    internal static TrafficCounts Sum(TrafficCounts a, TrafficCounts b) => new()
    {
        UniqueVisitors = a.UniqueVisitors + b.UniqueVisitors,
        PageViews = a.PageViews + b.PageViews,
        Visits = a.Visits + b.Visits,
        VisitViews = a.VisitViews + b.VisitViews,
        VisitSeconds = SessionSeconds.Sum(a.VisitSeconds, b.VisitSeconds),
        Bounces = a.Bounces + b.Bounces,
        OpenVisits = a.OpenVisits + b.OpenVisits,
    };
}
