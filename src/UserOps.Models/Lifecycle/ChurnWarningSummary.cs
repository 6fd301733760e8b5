using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace UserOps.Models.Lifecycle;

/// <summary>A churn warning in counts: stored are sums over users, everything else is derived. JSON round-trip, mergeable.</summary>
public sealed record ChurnWarningSummary
{
    /// <summary>Gets what was asked.</summary>
    public required ChurnWarningDefinition Definition { get; init; }

    /// <summary>Gets what "now" and "a day" meant.</summary>
    public required EvaluationContext Context { get; init; }

    /// <summary>Gets the users of the dataset.</summary>
    public required long Users { get; init; }

    /// <summary>Gets the users who are warned of.</summary>
    public required long Warned { get; init; }

    /// <summary>Gets the users who were never seen active.</summary>
    public required long NoActivity { get; init; }

    /// <summary>Gets the users who have fewer gaps than a rhythm needs.</summary>
    public required long TooFewGaps { get; init; }

    /// <summary>Gets the users of whom the amounts would decide, and whose base comes to zero.</summary>
    public required long NoBaseAmount { get; init; }

    /// <summary>Gets the users of whom the amounts would decide, and whose base comes to less than zero.</summary>
    public required long NegativeBaseAmount { get; init; }

    /// <summary>Gets the users whose gap passes its limit, whatever the amounts say.</summary>
    public required long GapPasses { get; init; }

    /// <summary>Gets the users whose amounts pass their limit, whatever the gap says.</summary>
    public required long AmountsPass { get; init; }

    /// <summary>Gets the events of both periods that pass the filter of the amounts and have none: they added nothing.</summary>
    public required long EventsWithoutAmount { get; init; }

    /// <summary>Gets the events of the data after 'as of': they were not seen.</summary>
    public required long EventsAfterAsOf { get; init; }

    /// <summary>Gets the event names of the definition that the data never held, ordinal: a typing error, or normal in a shard.</summary>
    public required ImmutableArray<string> UnknownEvents { get; init; }

    /// <summary>Gets the users of whom nothing is known, for whatever reason.</summary>
    [JsonIgnore]
    public long Unknown => NoActivity + TooFewGaps + NoBaseAmount + NegativeBaseAmount;

    /// <summary>Gets the users who are known not to be leaving.</summary>
    [JsonIgnore]
    public long NotWarned => Users - Warned - Unknown;

    /// <summary>Gets the share of the judged users who are warned of; without a value where nobody could be judged.</summary>
    [JsonIgnore]
    public Ratio WarnedShare => new(Warned, Warned + NotWarned);

    /// <summary>Joins the summaries of two sets of users who have nobody in common.</summary>
    /// <param name="a">One summary.</param>
    /// <param name="b">The other, of the same definition and context.</param>
    /// <returns>What one evaluation over all of them gives.</returns>
    /// <exception cref="ArgumentException">The definitions or the contexts differ.</exception>
    public static ChurnWarningSummary Merge(ChurnWarningSummary a, ChurnWarningSummary b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        LifecycleMerging.RequireSameQuestion((a.Definition, a.Context), (b.Definition, b.Context), nameof(b));
        return new()
        {
            Definition = a.Definition,
            Context = a.Context,
            Users = a.Users + b.Users,
            Warned = a.Warned + b.Warned,
            NoActivity = a.NoActivity + b.NoActivity,
            TooFewGaps = a.TooFewGaps + b.TooFewGaps,
            NoBaseAmount = a.NoBaseAmount + b.NoBaseAmount,
            NegativeBaseAmount = a.NegativeBaseAmount + b.NegativeBaseAmount,
            GapPasses = a.GapPasses + b.GapPasses,
            AmountsPass = a.AmountsPass + b.AmountsPass,
            EventsWithoutAmount = a.EventsWithoutAmount + b.EventsWithoutAmount,
            EventsAfterAsOf = a.EventsAfterAsOf + b.EventsAfterAsOf,
            UnknownEvents = [.. a.UnknownEvents.Where(name => b.UnknownEvents.Contains(name, StringComparer.Ordinal))],
        };
    }

    internal static ChurnWarningSummary Of(ChurnPlan plan, ChurnTally tally) => new()
    {
        Definition = plan.Definition,
        Context = plan.Context,
        Users = tally.Users,
        Warned = tally.Warned,
        NoActivity = tally.Unknown(ChurnUnknownReason.NoActivity),
        TooFewGaps = tally.Unknown(ChurnUnknownReason.TooFewGaps),
        NoBaseAmount = tally.Unknown(ChurnUnknownReason.NoBaseAmount),
        NegativeBaseAmount = tally.Unknown(ChurnUnknownReason.NegativeBaseAmount),
        GapPasses = tally.GapPasses,
        AmountsPass = tally.AmountsPass,
        EventsWithoutAmount = tally.WithoutAmount,
        EventsAfterAsOf = tally.EventsAfterAsOf,
        UnknownEvents = plan.UnknownEvents,
    };

    /// <inheritdoc/>
    public bool Equals(ChurnWarningSummary? other) => other is not null
        && Definition == other.Definition
        && Context == other.Context
        && (Users, Warned, NoActivity, TooFewGaps) == (other.Users, other.Warned, other.NoActivity, other.TooFewGaps)
        && (NoBaseAmount, NegativeBaseAmount, GapPasses, AmountsPass) == (other.NoBaseAmount, other.NegativeBaseAmount, other.GapPasses, other.AmountsPass)
        && (EventsWithoutAmount, EventsAfterAsOf) == (other.EventsWithoutAmount, other.EventsAfterAsOf)
        && ListEquality.Equal(UnknownEvents, other.UnknownEvents);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Definition, Context, Users, Warned, TooFewGaps, GapPasses, EventsAfterAsOf);
}
