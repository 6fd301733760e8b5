using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace UserOps.Models;

/// <summary>Which events count: names (or any) and a test over their properties. Value equality; converts from a name.</summary>
/// <remarks>Every part is judged on the same event. A test that is unknown on an event (a property is missing) does not count it.</remarks>
public sealed record EventFilter
{
    /// <summary>Initializes a new instance of the <see cref="EventFilter"/> class that every event passes.</summary>
    public EventFilter()
    {
    }

    // For the generated reader, which gives zero bits, not the initializer's value, to what a text leaves out.
    [JsonConstructor]
    internal EventFilter(ImmutableArray<string> names = default) => Names = names.IsDefault ? [] : names;

    /// <summary>Gets the filter that every event passes.</summary>
    public static EventFilter Any { get; } = new();

    /// <summary>Gets the event names, ordinal; empty for any event.</summary>
    public ImmutableArray<string> Names { get; init; } = [];

    /// <summary>Gets the test over properties of the event (<c>content.x</c>: of its content): boolean and field nodes only; null for none.</summary>
    public SegmentRule? Where { get; init; }

    /// <summary>Makes the filter for one event name.</summary>
    /// <param name="name">Ordinal; what is wrong with it is reported by the model that uses the filter.</param>
    public static implicit operator EventFilter(string name) => FromString(name);

    /// <summary>Makes the filter for one event name.</summary>
    /// <param name="name">Ordinal; what is wrong with it is reported by the model that uses the filter.</param>
    public static EventFilter FromString(string name) => new() { Names = [name] };

    /// <summary>Makes the filter for any of some event names.</summary>
    /// <param name="names">Ordinal; none means any event.</param>
    public static EventFilter Named(params ReadOnlySpan<string> names) => new() { Names = [.. names] };

    /// <summary>Makes the filter that asks for one test more, on the same event.</summary>
    /// <param name="test">Boolean and field nodes over properties of the event.</param>
    public EventFilter And(SegmentRule test)
    {
        ArgumentNullException.ThrowIfNull(test);
        return this with { Where = Where is null ? test : Where.And(test) };
    }

    /// <inheritdoc/>
    public bool Equals(EventFilter? other) => other is not null && ListEquality.Equal(Names, other.Names) && Equals(Where, other.Where);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(ListEquality.Hash(Names), Where);
}
