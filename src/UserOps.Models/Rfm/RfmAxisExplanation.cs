namespace UserOps.Models.Rfm;

/// <summary>One axis of one user: the value, the score, and how far away the boundaries are.</summary>
public sealed record RfmAxisExplanation
{
    /// <summary>Gets the axis.</summary>
    public required RfmAxis Axis { get; init; }

    /// <summary>Gets the value: days, purchases, or what the third axis measures; null where it is missing.</summary>
    public decimal? Value { get; init; }

    /// <summary>Gets the score; null without a value.</summary>
    public int? Score { get; init; }

    /// <summary>Gets the cut between this score and the next better one; null at the best score, and where users are scored by ranks.</summary>
    public decimal? NextBetterCut { get; init; }

    /// <summary>Gets how far the value is from that cut; 0 where it lies on it and does not pass.</summary>
    public decimal? ToNextBetter { get; init; }

    /// <summary>Gets the cut between this score and the next worse one; null at the worst score, and where users are scored by ranks.</summary>
    public decimal? NextWorseCut { get; init; }

    /// <summary>Gets how far the value is from that cut; 0 where it lies on it and still passes.</summary>
    public decimal? ToNextWorse { get; init; }

    /// <summary>Gets whether the value is on the better side of the split; null without a value, and for length, which makes no groups.</summary>
    public bool? IsHigh { get; init; }

    /// <summary>Gets the cut of the split; a mean rounded to 15 digits, while sides are told by the mean itself.</summary>
    public decimal? SplitCut { get; init; }

    /// <summary>Gets how far the value is from the cut of the split, never negative.</summary>
    public decimal? ToSplit { get; init; }
}
