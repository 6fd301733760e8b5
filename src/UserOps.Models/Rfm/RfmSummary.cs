using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace UserOps.Models.Rfm;

/// <summary>Recency, frequency and money in counts and sums: by group, label, segment and score. JSON round-trip.</summary>
/// <remarks>Mergeable where users are scored by given cuts; quantiles and means compare users with each other, and shards must share them first.</remarks>
public sealed record RfmSummary
{
    /// <summary>Gets what was asked.</summary>
    public required RfmDefinition Definition { get; init; }

    /// <summary>Gets the instant and the zone for which it was asked.</summary>
    public required EvaluationContext Context { get; init; }

    /// <summary>Gets how many users were there at 'as of': with a row in the user table, or an event by then.</summary>
    public required long Users { get; init; }

    /// <summary>Gets the users with a purchase in the window.</summary>
    public required RfmTotals Members { get; init; }

    /// <summary>Gets the eight groups in their order.</summary>
    public required ImmutableArray<RfmGroupTotals> Groups { get; init; }

    /// <summary>Gets the members in no group, because they have no value on the third axis.</summary>
    public required RfmTotals Ungrouped { get; init; }

    /// <summary>Gets the three labels in their order; members in no group are counted where recency and frequency decide their label alone.</summary>
    public required ImmutableArray<RfmLabelTotals> Labels { get; init; }

    /// <summary>Gets the named segments in the order of the table, and last the members in none; empty without a table.</summary>
    public ImmutableArray<RfmSegmentTotals> Segments
    {
        get => field.IsDefault ? [] : field;
        init;
    }

    /// <summary>Gets how many members have each score: recency, frequency, the third axis, and length where it is asked.</summary>
    public required ImmutableArray<RfmScoreCounts> Scores { get; init; }

    /// <summary>Gets what was met in the data.</summary>
    public required RfmReport Report { get; init; }

    /// <summary>Gets how many of them have no purchase in the window.</summary>
    [JsonIgnore]
    public long Outside => Users - Members.Users;

    /// <summary>Gets the share some members are of all members.</summary>
    /// <param name="part">Totals of this summary.</param>
    /// <exception cref="ArgumentNullException">There is no part.</exception>
    public Ratio ShareOfMembers(RfmTotals part)
    {
        ArgumentNullException.ThrowIfNull(part);
        return new(part.Users, Members.Users);
    }

    /// <summary>Gets the share some members have of the revenue of all members, as a fraction.</summary>
    /// <param name="part">Totals of this summary.</param>
    /// <returns>
    /// Without a number where money is not asked or no amount is known, where the revenue of all is 0, and where refunds have made it negative. 0 for a part of
    /// nobody.
    /// </returns>
    /// <exception cref="ArgumentNullException">There is no part.</exception>
    public Measure<decimal> ShareOfRevenue(RfmTotals part)
    {
        ArgumentNullException.ThrowIfNull(part);
        return (part.Revenue, Members.Revenue) switch
        {
            (_, null) => UndefinedReason.EmptyPopulation,
            (_, 0m) => UndefinedReason.ZeroBase,
            (_, < 0m) => UndefinedReason.NegativeBase,
            (null, _) => UndefinedReason.EmptyTarget,
            ({ } of, { } all) => of / all,
        };
    }

    /// <summary>Joins the summaries of two sets of users who have nobody in common, such as two shards.</summary>
    /// <param name="a">One summary.</param>
    /// <param name="b">The other, of the same definition and context.</param>
    /// <returns>What one evaluation over all of them gives.</returns>
    /// <exception cref="ArgumentNullException">A summary is null.</exception>
    /// <exception cref="ArgumentException">
    /// The definitions, the contexts or the rows differ, or users are scored or split by each other, so that the scores of a part are not those of the whole.
    /// </exception>
    public static RfmSummary Merge(RfmSummary a, RfmSummary b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        SummaryQuestion.RequireSame(a.Definition, a.Context, b.Definition, b.Context, nameof(b));
        RfmMerging.RequireShared(a.Definition, nameof(a));
        RfmMerging.RequireSameRows(a.Groups, b.Groups, row => row.Group, nameof(b));
        RfmMerging.RequireSameRows(a.Labels, b.Labels, row => row.Label, nameof(b));
        RfmMerging.RequireSameRows(a.Segments, b.Segments, row => row.Segment, nameof(b));
        RfmMerging.RequireSameRows(a.Scores, b.Scores, row => (row.Axis, row.Counts.Length), nameof(b));
        return a with
        {
            Users = a.Users + b.Users,
            Members = RfmTotals.Add(a.Members, b.Members),
            Groups = [.. a.Groups.Zip(b.Groups, (x, y) => x with { Totals = RfmTotals.Add(x.Totals, y.Totals) })],
            Ungrouped = RfmTotals.Add(a.Ungrouped, b.Ungrouped),
            Labels = [.. a.Labels.Zip(b.Labels, (x, y) => x with { Totals = RfmTotals.Add(x.Totals, y.Totals) })],
            Segments = [.. a.Segments.Zip(b.Segments, (x, y) => x with { Totals = RfmTotals.Add(x.Totals, y.Totals) })],
            Scores = [.. a.Scores.Zip(b.Scores, (x, y) => x with { Counts = SummaryQuestion.Sum(x.Counts, y.Counts) })],
            Report = RfmReport.Merge(a.Report, b.Report),
        };
    }

    /// <inheritdoc/>
    public bool Equals(RfmSummary? other) => other is not null
        && Definition == other.Definition
        && Context == other.Context
        && Users == other.Users
        && Members == other.Members
        && ListEquality.Equal(Groups, other.Groups)
        && Ungrouped == other.Ungrouped
        && ListEquality.Equal(Labels, other.Labels)
        && ListEquality.Equal(Segments, other.Segments)
        && ListEquality.Equal(Scores, other.Scores)
        && Report == other.Report;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Definition, Context, Users, Members, ListEquality.Hash(Groups), ListEquality.Hash(Segments), Report);
}
