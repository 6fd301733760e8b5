using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace UserOps.Models.Lifecycle;

/// <summary>A recall measurement in counts: stored are sums over users, everything else is derived. JSON round-trip, mergeable.</summary>
public sealed record RecallSummary
{
    /// <summary>Gets what was asked.</summary>
    public required RecallDefinition Definition { get; init; }

    /// <summary>Gets as of when, and in which zone.</summary>
    public required EvaluationContext Context { get; init; }

    /// <summary>Gets the instant at which the users were targeted.</summary>
    public required DateTimeOffset TargetedAt { get; init; }

    /// <summary>Gets how many of the targeted users are back so far; the rate once <see cref="IsComplete"/>.</summary>
    public required Ratio TargetedSoFar { get; init; }

    /// <summary>Gets how many of the users held out are back so far; null without a holdout.</summary>
    public Ratio? HoldoutSoFar { get; init; }

    /// <summary>Gets the event names of the definition that the data never held, ordinal: a typing error, or normal in a shard.</summary>
    public required ImmutableArray<string> UnknownEvents { get; init; }

    /// <summary>Gets a value indicating whether the window is over at 'as of', so that nobody can return in it any more.</summary>
    [JsonIgnore]
    public bool IsComplete => Definition.Window.Ticks <= Context.AsOf.UtcTicks - TargetedAt.UtcTicks;

    /// <summary>
    /// Gets the recall rate (召回率): returned over targeted. <see cref="UndefinedReason.EmptyPopulation"/> where nobody was targeted,
    /// <see cref="UndefinedReason.NotYetObservable"/> while the window runs.
    /// </summary>
    [JsonIgnore]
    public Measure<double> Rate => RateOf(TargetedSoFar);

    /// <summary>Gets the Wilson interval of the recall rate; null where there is no rate.</summary>
    [JsonIgnore]
    public Interval? RateInterval => IsComplete ? TargetedSoFar.Wilson(Definition.ConfidenceLevel) : null;

    /// <summary>Gets the share of the holdout that returned without being targeted, with the reasons of <see cref="Rate"/>; null without a holdout.</summary>
    [JsonIgnore]
    public Measure<double>? HoldoutRate => HoldoutSoFar is { } holdout ? RateOf(holdout) : null;

    /// <summary>
    /// Gets the lift over the holdout: difference with Newcombe's interval, relative difference, z test. It says what the campaign did only where the
    /// groups were split by chance. Null without a holdout and while the window runs.
    /// </summary>
    [JsonIgnore]
    public ProportionComparison? Lift => HoldoutSoFar is { } holdout && IsComplete
        ? ProportionComparison.Of(TargetedSoFar, holdout, Definition.ConfidenceLevel)
        : null;

    /// <summary>Joins the summaries of two sets of users who have nobody in common.</summary>
    /// <param name="a">One summary.</param>
    /// <param name="b">The other, of the same definition, context and instant of targeting; both with a holdout, or none.</param>
    /// <returns>What one evaluation over all of them gives.</returns>
    /// <exception cref="ArgumentException">The definitions, contexts or instants differ, or one of them has no holdout.</exception>
    public static RecallSummary Merge(RecallSummary a, RecallSummary b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        LifecycleMerging.RequireSameQuestion((a.Definition, a.Context), (b.Definition, b.Context), nameof(b));
        if (a.TargetedAt != b.TargetedAt)
        {
            throw new ArgumentException("The summaries have different instants of targeting; they cannot be added up.", nameof(b));
        }

        if (a.HoldoutSoFar is null != b.HoldoutSoFar is null)
        {
            throw new ArgumentException("One of the summaries has no holdout; they cannot be added up.", nameof(b));
        }

        return a with
        {
            TargetedSoFar = Sum(a.TargetedSoFar, b.TargetedSoFar),
            HoldoutSoFar = a.HoldoutSoFar is { } left && b.HoldoutSoFar is { } right ? Sum(left, right) : null,
            UnknownEvents = [.. a.UnknownEvents.Where(name => b.UnknownEvents.Contains(name, StringComparer.Ordinal))],
        };
    }

    private Measure<double> RateOf(Ratio share) => share.Value is not { } rate ? UndefinedReason.EmptyPopulation
        : IsComplete ? rate
        : UndefinedReason.NotYetObservable;

    private static Ratio Sum(Ratio a, Ratio b) => new(a.Numerator + b.Numerator, a.Denominator + b.Denominator);

    /// <inheritdoc/>
    public bool Equals(RecallSummary? other) => other is not null
        && Definition == other.Definition
        && Context == other.Context
        && TargetedAt == other.TargetedAt
        && TargetedSoFar == other.TargetedSoFar
        && HoldoutSoFar == other.HoldoutSoFar
        && ListEquality.Equal(UnknownEvents, other.UnknownEvents);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Definition, Context, TargetedAt, TargetedSoFar, HoldoutSoFar, ListEquality.Hash(UnknownEvents));
}
