using System.Collections.Immutable;

namespace UserOps.Models.Activity;

/// <summary>The activity rate and the assets behind it: counts that are sums over users. JSON round-trip, mergeable.</summary>
public sealed record ActivityRateSummary
{
    /// <summary>Gets what was asked.</summary>
    public required ActivityRateDefinition Definition { get; init; }

    /// <summary>Gets what "now" and "a month" meant.</summary>
    public required EvaluationContext Context { get; init; }

    /// <summary>Gets the period; while it is not over, the rate may still rise.</summary>
    public required ActivityPeriod Period { get; init; }

    /// <summary>Gets the users active in the period, customers or not: of a month, MAU.</summary>
    public required long Active { get; init; }

    /// <summary>Gets the active customers over the customers; without a value over no customers.</summary>
    public required Ratio Rate { get; init; }

    /// <summary>Gets the users of whom it is not known whether they are customers; they count as none.</summary>
    public required long Uncertain { get; init; }

    /// <summary>Gets the assets of the customers; null where the definition leaves them out.</summary>
    public AssetsUnderManagement? Assets { get; init; }

    /// <summary>Gets the event names of the definition that the data never held, ordinal: a typing error, or normal in a shard.</summary>
    public required ImmutableArray<string> UnknownEvents { get; init; }

    /// <summary>Joins the summaries of two sets of users who have nobody in common.</summary>
    /// <param name="a">One summary.</param>
    /// <param name="b">The other, of the same definition and context.</param>
    /// <returns>What one evaluation over all of them gives.</returns>
    /// <exception cref="ArgumentNullException">A summary is null.</exception>
    /// <exception cref="ArgumentException">The definitions or the contexts differ.</exception>
    public static ActivityRateSummary Merge(ActivityRateSummary a, ActivityRateSummary b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        SummaryQuestion.RequireSame(a.Definition, a.Context, b.Definition, b.Context, nameof(b));
        return a with
        {
            Active = a.Active + b.Active,
            Rate = new(a.Rate.Numerator + b.Rate.Numerator, a.Rate.Denominator + b.Rate.Denominator),
            Uncertain = a.Uncertain + b.Uncertain,
            Assets = a.Assets is null || b.Assets is null ? null : AssetsUnderManagement.Merge(a.Assets, b.Assets),
            UnknownEvents = SummaryQuestion.UnknownToBoth(a.UnknownEvents, b.UnknownEvents),
        };
    }

    /// <inheritdoc/>
    public bool Equals(ActivityRateSummary? other) => other is not null
        && Definition == other.Definition
        && Context == other.Context
        && Period == other.Period
        && Active == other.Active
        && Rate == other.Rate
        && Uncertain == other.Uncertain
        && Assets == other.Assets
        && ListEquality.Equal(UnknownEvents, other.UnknownEvents);

    /// <inheritdoc/>
    public override int GetHashCode()
        => HashCode.Combine(Definition, Context, Period, Active, Rate, Uncertain, Assets, ListEquality.Hash(UnknownEvents));
}
