using System.Collections.Immutable;

namespace UserOps.Models.Lifecycle;

/// <summary>What the users of each stage are worth (用户价值分层). JSON round-trip, mergeable.</summary>
public sealed record LifecycleValueSummary
{
    /// <summary>Gets the life cycle.</summary>
    public required LifecycleDefinition Definition { get; init; }

    /// <summary>Gets the instant and the zone of the stages; values are as they were given.</summary>
    public required EvaluationContext Context { get; init; }

    /// <summary>Gets the column of the values; null where they were given by user.</summary>
    public string? Field { get; init; }

    /// <summary>Gets the ISO 4217 code of the currency; null for quantities and for values given by user.</summary>
    public string? Currency { get; init; }

    /// <summary>Gets the stages in the order of the definition, and unassigned last. Users who are not there are left out.</summary>
    public required ImmutableArray<LifecycleStageValue> States { get; init; }

    /// <summary>Joins the values of two sets of users who have nobody in common, such as two shards.</summary>
    /// <param name="a">One summary.</param>
    /// <param name="b">The other, of the same definition, context, column and currency.</param>
    /// <returns>What the users of both together give.</returns>
    /// <exception cref="ArgumentNullException">A summary is null.</exception>
    /// <exception cref="ArgumentException">The definitions, the contexts, the columns or the currencies differ.</exception>
    public static LifecycleValueSummary Merge(LifecycleValueSummary a, LifecycleValueSummary b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        LifecycleMerging.RequireSameQuestion((a.Definition, a.Context), (b.Definition, b.Context), nameof(b));
        if (a.Field != b.Field || a.Currency != b.Currency)
        {
            throw new ArgumentException("The summaries are of different columns or currencies; they cannot be added up.", nameof(b));
        }

        return a with
        {
            States = [.. a.States.Zip(b.States, (x, y) => x with
            {
                Known = x.Known + y.Known,
                Missing = x.Missing + y.Missing,
                Sum = ExactTotal.Of(x.Sum, y.Sum),
            })],
        };
    }

    /// <inheritdoc/>
    public bool Equals(LifecycleValueSummary? other) => other is not null
        && Definition == other.Definition
        && Context == other.Context
        && Field == other.Field
        && Currency == other.Currency
        && ListEquality.Equal(States, other.States);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Definition, Context, Field, Currency, ListEquality.Hash(States));
}
