using System.Collections.Immutable;

namespace UserOps.Models.Activity;

/// <summary>The decomposition of activity, period by period: counts that are sums over users. JSON round-trip, mergeable.</summary>
public sealed record ActivityDecompositionSummary
{
    /// <summary>Gets what was asked.</summary>
    public required ActivityDecompositionDefinition Definition { get; init; }

    /// <summary>Gets what "now" and "a day" meant.</summary>
    public required EvaluationContext Context { get; init; }

    /// <summary>Gets the periods without a hole, first one first.</summary>
    public required ImmutableArray<ActivityDecompositionPeriod> Periods { get; init; }

    /// <summary>Gets the event names of the definition that the data never held, ordinal: a typing error, or normal in a shard.</summary>
    public required ImmutableArray<string> UnknownEvents { get; init; }

    /// <summary>Joins the summaries of two sets of users who have nobody in common.</summary>
    /// <param name="a">One summary.</param>
    /// <param name="b">The other, of the same definition and context.</param>
    /// <returns>What one evaluation over all of them gives.</returns>
    /// <exception cref="ArgumentNullException">A summary is null.</exception>
    /// <exception cref="ArgumentException">The definitions or the contexts differ.</exception>
    public static ActivityDecompositionSummary Merge(ActivityDecompositionSummary a, ActivityDecompositionSummary b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        SummaryQuestion.RequireSame(a.Definition, a.Context, b.Definition, b.Context, nameof(b));
        return a with
        {
            Periods = [.. a.Periods.Zip(b.Periods, Sum)],
            UnknownEvents = SummaryQuestion.UnknownToBoth(a.UnknownEvents, b.UnknownEvents),
        };
    }

    /// <inheritdoc/>
    public bool Equals(ActivityDecompositionSummary? other) => other is not null
        && Definition == other.Definition
        && Context == other.Context
        && ListEquality.Equal(Periods, other.Periods)
        && ListEquality.Equal(UnknownEvents, other.UnknownEvents);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Definition, Context, ListEquality.Hash(Periods), ListEquality.Hash(UnknownEvents));

    internal static ActivityDecompositionSummary Of(DecompositionPlan plan, DecompositionCounts counts) => new()
    {
        Definition = plan.Definition,
        Context = plan.Log.Context,
        Periods =
        [
            .. ActivityTables.Describe(plan.Table, plan.Log.Context, plan.Start).Select((period, i) => new ActivityDecompositionPeriod(
                period, counts.New[i], counts.Returning[i], counts.Resurrected[i], counts.WentDormant[i])),
        ],
        UnknownEvents = plan.Log.UnknownEvents,
    };

    private static ActivityDecompositionPeriod Sum(ActivityDecompositionPeriod a, ActivityDecompositionPeriod b)
        => new(a.Period, a.New + b.New, a.Returning + b.Returning, a.Resurrected + b.Resurrected, a.WentDormant + b.WentDormant);
}
