namespace UserOps.Models.Tags;

/// <summary>How good a tag is, put together: what is not known of it is null.</summary>
/// <remarks>Plain data, JSON round-trip. No model computes a grade from it: what matters differs from tag to tag.</remarks>
public sealed record TagQuality
{
    /// <summary>Gets the id of the tag.</summary>
    public required string TagId { get; init; }

    /// <summary>Gets the users with a value, of all users.</summary>
    public required Ratio Coverage { get; init; }

    /// <summary>Gets how old the values are.</summary>
    public TagFreshness? Freshness { get; init; }

    /// <summary>Gets how far the distribution moved since the run before.</summary>
    public TagStability? Stability { get; init; }

    /// <summary>Gets how often the tag is right.</summary>
    public TagAccuracy? Accuracy { get; init; }
}
