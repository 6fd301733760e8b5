namespace UserOps.Models.Profitability;

/// <summary>A product, and how it is known who holds it: by a rule over the user table, or by events that open and close it.</summary>
public sealed record HeldProduct
{
    /// <summary>Gets the name, unique among the products.</summary>
    public required string Name { get; init; }

    /// <summary>Gets who holds it: a flag, a balance above 0, a value of a set column. Null, the default, where events tell.</summary>
    public SegmentRule? Holds { get; init; }

    /// <summary>Gets the events that open it, each one account; null, the default, where a rule tells.</summary>
    public EventFilter? Opened { get; init; }

    /// <summary>Gets the events that close it, each one account; null, the default, for a product that is never closed. Only with <see cref="Opened"/>.</summary>
    public EventFilter? Closed { get; init; }
}
