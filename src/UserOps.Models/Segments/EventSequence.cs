using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace UserOps.Models;

/// <summary><c>sequence</c>: some choice of events, one a step, in order, keeps every limit.</summary>
/// <remarks>
/// Events are in the order of their instants, and of arrival where these are equal. Every chosen event lies in the window; other events may
/// lie between them.
/// </remarks>
public sealed record EventSequence : EventRule
{
    /// <summary>Initializes a new instance of the <see cref="EventSequence"/> class.</summary>
    public EventSequence()
    {
    }

    // For the generated reader, which gives zero bits, not the initializer's value, to what a text leaves out.
    [JsonConstructor]
    internal EventSequence(ImmutableArray<string> excluded = default) => Excluded = excluded.IsDefault ? [] : excluded;

    /// <summary>Gets the steps, at least one.</summary>
    public required ImmutableArray<SequenceStep> Steps { get; init; }

    /// <summary>Gets from where limits count. Default: the step before.</summary>
    public SequenceMeasure Measure { get; init; }

    /// <summary>Gets names of events that must not lie strictly between two neighbors of the choice; empty for none.</summary>
    [JsonPropertyName("without")]
    public ImmutableArray<string> Excluded { get; init; } = [];

    /// <summary>Makes the sequence with one more step.</summary>
    /// <param name="eventName">The name of the events that fill it, ordinal.</param>
    /// <param name="amount">How long after the step before, or the first one, the event may lie; positive.</param>
    /// <param name="unit">The unit; not a month or a year.</param>
    /// <param name="where">A test over properties of the event; null for none.</param>
    public EventSequence Then(string eventName, int amount, WindowUnit unit, SegmentRule? where = null)
        => With(new SequenceStep { Event = eventName, Where = where, Within = new ElapsedLimit { Amount = amount, Unit = unit } });

    /// <summary>Makes the sequence with one more step, which may come at any time.</summary>
    /// <param name="eventName">The name of the events that fill it, ordinal.</param>
    /// <param name="where">A test over properties of the event; null for none.</param>
    public EventSequence Then(string eventName, SegmentRule? where = null) => With(new SequenceStep { Event = eventName, Where = where });

    /// <summary>Makes the sequence between whose neighbors some more events must not lie.</summary>
    /// <param name="eventNames">Their names, ordinal.</param>
    public EventSequence Without(params ReadOnlySpan<string> eventNames)
        => this with { Excluded = [.. Excluded.IsDefault ? [] : Excluded, .. eventNames] };

    /// <summary>Makes the sequence all of whose events lie in a window.</summary>
    /// <param name="window">The window.</param>
    public EventSequence In(TimeWindow window) => this with { Window = window };

    /// <inheritdoc/>
    public bool Equals(EventSequence? other) => base.Equals(other)
        && ListEquality.Equal(Steps, other.Steps)
        && Measure == other.Measure
        && ListEquality.Equal(Excluded, other.Excluded);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), ListEquality.Hash(Steps), Measure, ListEquality.Hash(Excluded));

    private EventSequence With(SequenceStep step) => this with { Steps = [.. Steps.IsDefault ? [] : Steps, step] };
}
