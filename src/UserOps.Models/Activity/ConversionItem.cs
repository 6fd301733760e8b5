namespace UserOps.Models.Activity;

/// <summary>One entry of a conversion checklist: a step to take, or a mistake to avoid.</summary>
public sealed record ConversionItem
{
    /// <summary>Gets the stable id, such as <c>conversion.step.measure</c>; unique in its checklist.</summary>
    public required string Id { get; init; }

    /// <summary>Gets whether it is a step or a mistake.</summary>
    public required ConversionItemKind Kind { get; init; }

    /// <summary>Gets the name.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>Gets the question that is answered with yes when the step is taken, or the mistake avoided.</summary>
    public required LocalizedText Check { get; init; }

    /// <summary>Gets a value indicating whether the library shipped the entry; false for the caller's own.</summary>
    public bool IsDefault { get; init; }
}
