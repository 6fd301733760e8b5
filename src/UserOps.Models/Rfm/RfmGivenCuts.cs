namespace UserOps.Models.Rfm;

/// <summary>Where each axis is cut, given in numbers.</summary>
public sealed record RfmGivenCuts
{
    /// <summary>Gets the cut of recency, in days; below it is better.</summary>
    public required decimal Recency { get; init; }

    /// <summary>Gets the cut of frequency; above it is better.</summary>
    public required decimal Frequency { get; init; }

    /// <summary>Gets the cut of the monetary value, in its currency; above it is better.</summary>
    public required decimal Monetary { get; init; }
}
