namespace UserOps.Models.Tags;

/// <summary><c>aggregate</c>: a value made of what the user did. Events after the instant of the evaluation are not seen; those without the property are passed over.</summary>
public sealed record EventComputation : TagComputation
{
    /// <summary>Gets what is made of the events.</summary>
    public required TagAggregation Aggregation { get; init; }

    /// <summary>Gets which events count.</summary>
    public required EventFilter Events { get; init; }

    /// <summary>Gets the name of the property; null where the aggregation takes none.</summary>
    public string? Property { get; init; }

    /// <summary>Gets the window; null for all of time.</summary>
    public TimeWindow? Window { get; init; }

    /// <summary>Gets the currency the property must be in, ISO 4217; null takes the property's.</summary>
    public string? Currency { get; init; }

    internal override TagKind Kind => TagKind.Statistical;
}
