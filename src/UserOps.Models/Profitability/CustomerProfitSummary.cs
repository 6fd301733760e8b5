using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace UserOps.Models.Profitability;

/// <summary>The statements of all users together and of each segment: sums over users. JSON round-trip, mergeable.</summary>
public sealed record CustomerProfitSummary
{
    /// <summary>Gets what was asked.</summary>
    public required CustomerProfitDefinition Definition { get; init; }

    /// <summary>Gets what "now" meant.</summary>
    public required EvaluationContext Context { get; init; }

    /// <summary>Gets the users without a statement, because a value is missing or cannot be.</summary>
    public required long LeftOut { get; init; }

    /// <summary>Gets the users whose profit before tax is negative.</summary>
    public required long LossMakers { get; init; }

    /// <summary>Gets the sum of all statements; of nobody where there is none.</summary>
    public required CustomerProfitStatement Total { get; init; }

    /// <summary>Gets the segments, in the order given. Where they divide the users, they add up to the total.</summary>
    public required ImmutableArray<ProfitSegment> Segments { get; init; }

    /// <summary>Gets what left users out, by place in the definition, ordinal.</summary>
    public required ImmutableArray<ProfitGap> Gaps { get; init; }

    /// <summary>Gets the event names of the definition that the data never held, ordinal: a typing error, or normal in a shard.</summary>
    public required ImmutableArray<string> UnknownEvents { get; init; }

    /// <summary>Gets the share of users who have a statement.</summary>
    [JsonIgnore]
    public Ratio Coverage => new(Total.Users, Total.Users + LeftOut);

    /// <summary>Joins the summaries of two sets of users who have nobody in common.</summary>
    /// <param name="a">One summary.</param>
    /// <param name="b">The other, of the same definition and context, and of segments of the same names.</param>
    /// <returns>What one evaluation over all of them gives.</returns>
    /// <exception cref="ArgumentNullException">A summary is null.</exception>
    /// <exception cref="ArgumentException">The definitions, the contexts or the segments differ.</exception>
    /// <exception cref="OverflowException">A sum is 7.9 x 10^18 or more.</exception>
    public static CustomerProfitSummary Merge(CustomerProfitSummary a, CustomerProfitSummary b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        SummaryQuestion.RequireSame(a.Definition, a.Context, b.Definition, b.Context, nameof(b));
        if (!a.Segments.Select(segment => segment.Name).SequenceEqual(b.Segments.Select(segment => segment.Name), StringComparer.Ordinal))
        {
            throw new ArgumentException("The summaries have different segments; they cannot be added up.", nameof(b));
        }

        return a with
        {
            LeftOut = a.LeftOut + b.LeftOut,
            LossMakers = a.LossMakers + b.LossMakers,
            Total = CustomerProfitStatement.Merge(a.Total, b.Total),
            Segments = [.. a.Segments.Zip(b.Segments, Merge)],
            Gaps = [.. a.Gaps.Concat(b.Gaps).GroupBy(gap => (gap.Path, gap.Reason))
                .Select(gaps => gaps.First() with { Users = gaps.Sum(gap => gap.Users) })
                .OrderBy(gap => gap.Path, StringComparer.Ordinal).ThenBy(gap => gap.Reason)],
            UnknownEvents = SummaryQuestion.UnknownToBoth(a.UnknownEvents, b.UnknownEvents),
        };
    }

    /// <inheritdoc/>
    public bool Equals(CustomerProfitSummary? other) => other is not null
        && Definition == other.Definition
        && Context == other.Context
        && LeftOut == other.LeftOut
        && LossMakers == other.LossMakers
        && Total == other.Total
        && ListEquality.Equal(Segments, other.Segments)
        && ListEquality.Equal(Gaps, other.Gaps)
        && ListEquality.Equal(UnknownEvents, other.UnknownEvents);

    /// <inheritdoc/>
    public override int GetHashCode()
        => HashCode.Combine(Definition, Context, LeftOut, LossMakers, Total, ListEquality.Hash(Segments), ListEquality.Hash(Gaps), ListEquality.Hash(UnknownEvents));

    private static ProfitSegment Merge(ProfitSegment a, ProfitSegment b)
        => a with { LeftOut = a.LeftOut + b.LeftOut, Statement = CustomerProfitStatement.Merge(a.Statement, b.Statement) };
}
