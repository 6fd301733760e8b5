using System.Collections.Immutable;

namespace UserOps.Models.Lifecycle;

/// <summary>A life cycle at one instant, in counts. JSON round-trip, mergeable.</summary>
public sealed record LifecycleSummary
{
    /// <summary>Gets what was asked.</summary>
    public required LifecycleDefinition Definition { get; init; }

    /// <summary>Gets the instant and the zone for which it was asked.</summary>
    public required EvaluationContext Context { get; init; }

    /// <summary>Gets how many users are where.</summary>
    public required LifecycleCounts Counts { get; init; }

    /// <summary>Gets the event names of the rules that the data never held, ordinal: normal in a shard, a misspelling elsewhere.</summary>
    public ImmutableArray<string> UnknownEvents
    {
        get => field.IsDefault ? [] : field;
        init;
    }

    /// <summary>Joins the summaries of two sets of users who have nobody in common, such as two shards.</summary>
    /// <param name="a">One summary.</param>
    /// <param name="b">The other, of the same definition and context.</param>
    /// <returns>What one evaluation over all of them gives.</returns>
    /// <exception cref="ArgumentNullException">A summary is null.</exception>
    /// <exception cref="ArgumentException">The definitions or the contexts differ.</exception>
    public static LifecycleSummary Merge(LifecycleSummary a, LifecycleSummary b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        LifecycleMerging.RequireSameQuestion((a.Definition, a.Context), (b.Definition, b.Context), nameof(b));
        return a with
        {
            Counts = LifecycleCounts.Sum(a.Counts, b.Counts),
            UnknownEvents = LifecycleMerging.UnknownToBoth(a.UnknownEvents, b.UnknownEvents),
        };
    }

    /// <inheritdoc/>
    public bool Equals(LifecycleSummary? other) => other is not null
        && Definition == other.Definition
        && Context == other.Context
        && Counts == other.Counts
        && ListEquality.Equal(UnknownEvents, other.UnknownEvents);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Definition, Context, Counts, ListEquality.Hash(UnknownEvents));
}
