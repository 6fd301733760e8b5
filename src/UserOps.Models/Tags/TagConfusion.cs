namespace UserOps.Models.Tags;

/// <summary>How many users of a labeled sample have one value and were given another, the same, or none.</summary>
public sealed record TagConfusion
{
    /// <summary>Gets the value known to be true.</summary>
    public required string Actual { get; init; }

    /// <summary>Gets the value the tag gives; null where it gives none.</summary>
    public string? Predicted { get; init; }

    /// <summary>Gets the users; 1 or more.</summary>
    public required long Count { get; init; }
}
