namespace UserOps.Models.Rfm;

/// <summary>A named segment: the cells of scores it takes, where no segment before it did.</summary>
/// <remarks>A range that is left out takes every score.</remarks>
public sealed record RfmSegment
{
    /// <summary>Gets the id, unique in its table.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the display name.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>Gets the scores of recency.</summary>
    public RfmScoreRange? Recency { get; init; }

    /// <summary>Gets the scores of frequency.</summary>
    public RfmScoreRange? Frequency { get; init; }

    /// <summary>Gets the scores of the monetary value.</summary>
    public RfmScoreRange? Monetary { get; init; }

    /// <summary>Gets the means of the scores of frequency and monetary value, which are not rounded: 4 and 5 make 4.5.</summary>
    public RfmScoreRange? FrequencyMonetary { get; init; }

    /// <summary>Tells whether the ranges hold a cell, whatever the segments before say.</summary>
    /// <param name="cell">Three scores.</param>
    public bool Claims(RfmCell cell)
        => Holds(Recency, cell.Recency) && Holds(Frequency, cell.Frequency) && Holds(Monetary, cell.Monetary) && Holds(FrequencyMonetary, cell.FrequencyMonetary);

    private static bool Holds(RfmScoreRange? range, decimal score) => range is not { } given || given.Contains(score);
}
