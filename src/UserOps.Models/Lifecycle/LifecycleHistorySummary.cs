using System.Collections.Immutable;

namespace UserOps.Models.Lifecycle;

/// <summary>A life cycle at many instants, in counts: stages over time, flows between them, time spent in them. JSON round-trip, mergeable.</summary>
public sealed partial record LifecycleHistorySummary
{
    /// <summary>Gets what was asked at every instant.</summary>
    public required LifecycleDefinition Definition { get; init; }

    /// <summary>Gets the zone, the first day of the week, and the instant up to which anything was seen.</summary>
    public required EvaluationContext Context { get; init; }

    /// <summary>Gets the instants, ascending, each with its counts: the series of the closed loop.</summary>
    public required ImmutableArray<LifecycleHistoryPoint> Points { get; init; }

    /// <summary>Gets who went where between neighboring instants, who stayed included: by instant, then in the order of the places. Flows of nobody are left out.</summary>
    public required ImmutableArray<LifecycleFlow> Flows { get; init; }

    /// <summary>Gets the spells by place, then by first and last instant. Times of absence are not among them.</summary>
    public required ImmutableArray<LifecycleSpellCount> Spells { get; init; }

    /// <summary>Gets the event names of the rules that the data never held, ordinal.</summary>
    public ImmutableArray<string> UnknownEvents
    {
        get => field.IsDefault ? [] : field;
        init;
    }

    /// <summary>Gets the transitions from the instant before to an instant.</summary>
    /// <param name="point">The position of the later instant; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such instant, or none before it.</exception>
    public LifecycleTransitions TransitionsTo(int point)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(point, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(point, Points.Length);
        ImmutableArray<LifecycleState> states = LifecycleStates.Of(Definition);
        ILookup<LifecycleState, LifecycleFlow> flows = Flows.Where(flow => flow.Point == point).ToLookup(flow => flow.From);
        return new()
        {
            Definition = Definition,
            From = Context with { AsOf = Points[point - 1].Instant },
            To = Context with { AsOf = Points[point].Instant },
            Rows = [.. states.Select(from => new LifecycleTransitionRow { From = from, Users = [.. states.Select(to => flows[from].Where(flow => flow.To == to).Sum(flow => flow.Users))] })],
        };
    }

    /// <summary>Gets how long users stay in a place.</summary>
    /// <param name="state">A stage, or unassigned.</param>
    /// <exception cref="ArgumentException">The definition has no such stage, or the place is that of the absent.</exception>
    public LifecycleStageTime TimeIn(LifecycleState state)
    {
        if (LifecycleStates.CodeOf(state, Definition, nameof(state)) == LifecycleDefaults.Absent)
        {
            throw new ArgumentException("Times of absence are not counted.", nameof(state));
        }

        LifecycleSpellCount[] spells = [.. Spells.Where(spell => spell.State == state)];
        LifecycleSpellCount[] complete = [.. spells.Where(spell => spell.First > 0 && spell.Last < Points.Length - 1)];
        long count = complete.Sum(spell => spell.Users);
        return new()
        {
            State = state,
            Spells = spells.Sum(spell => spell.Users),
            Complete = count,
            MeanAtLeast = Mean(complete, count, spell => Points[spell.Last].Instant - Points[spell.First].Instant),
            MeanAtMost = Mean(complete, count, spell => Points[spell.Last + 1].Instant - Points[spell.First - 1].Instant),
        };
    }

    // In decimals: the ticks of a million users over a year are more than 64 bits hold.
    private static Measure<TimeSpan> Mean(LifecycleSpellCount[] spells, long count, Func<LifecycleSpellCount, TimeSpan> lengthOf) => count == 0
        ? UndefinedReason.EmptyPopulation
        : new TimeSpan((long)(spells.Sum(spell => (decimal)lengthOf(spell).Ticks * spell.Users) / count));

    /// <inheritdoc/>
    public bool Equals(LifecycleHistorySummary? other) => other is not null
        && Definition == other.Definition
        && Context == other.Context
        && ListEquality.Equal(Points, other.Points)
        && ListEquality.Equal(Flows, other.Flows)
        && ListEquality.Equal(Spells, other.Spells)
        && ListEquality.Equal(UnknownEvents, other.UnknownEvents);

    /// <inheritdoc/>
    public override int GetHashCode()
        => HashCode.Combine(Definition, Context, ListEquality.Hash(Points), ListEquality.Hash(Flows), ListEquality.Hash(Spells), ListEquality.Hash(UnknownEvents));
}
