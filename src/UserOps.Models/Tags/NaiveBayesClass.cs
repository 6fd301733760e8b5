namespace UserOps.Models.Tags;

/// <summary>A value the tag can take, and its weight before anything is known of a user.</summary>
public sealed record NaiveBayesClass
{
    /// <summary>Gets the value; not empty.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the weight, above 0; weights are scaled to add up to 1.</summary>
    public required double Prior { get; init; }
}
