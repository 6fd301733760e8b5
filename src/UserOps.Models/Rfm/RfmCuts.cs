namespace UserOps.Models.Rfm;

/// <summary>All boundaries of one question: between the scores of each axis, and between high and low.</summary>
/// <remarks>
/// Plain data, JSON round-trip: what shards of one population share. Made by <see cref="RfmResult.Cuts"/>, or by hand. As <see cref="RfmDefinition.Cuts"/>
/// they take the place of the scorings and of the split.
/// </remarks>
public sealed record RfmCuts
{
    /// <summary>Gets the cuts of recency, in days; the lower is better.</summary>
    public required RfmBoundaries Recency { get; init; }

    /// <summary>Gets the cuts of frequency.</summary>
    public required RfmBoundaries Frequency { get; init; }

    /// <summary>Gets the cuts of the third axis.</summary>
    public required RfmBoundaries Monetary { get; init; }

    /// <summary>Gets the cuts of length; null without that axis.</summary>
    public RfmBoundaries? Length { get; init; }

    /// <summary>Gets the cuts between high and low.</summary>
    public required RfmGivenCuts Split { get; init; }
}
