namespace UserOps.Models.Rfm;

/// <summary>One user with a purchase in the window: what was measured, and what follows.</summary>
public sealed record RfmUser
{
    /// <summary>Gets who it is.</summary>
    public required UserId Id { get; init; }

    /// <summary>Gets the days since the last purchase: the local date of 'as of' less that of the purchase; 0 on the day itself.</summary>
    public required int Recency { get; init; }

    /// <summary>Gets the purchase days or, where the definition says so, the purchases in the window; at least 1.</summary>
    public required int Frequency { get; init; }

    /// <summary>Gets the third axis: money, events or balance. Null where none of the purchases has an amount, or the balance is missing.</summary>
    public decimal? Monetary { get; init; }

    /// <summary>Gets the money of the purchases, refunds subtracted where the definition says so; null where it is not asked or no purchase has an amount.</summary>
    public decimal? Revenue { get; init; }

    /// <summary>Gets the days from the first purchase in the window to the last; null without that axis.</summary>
    public int? Length { get; init; }

    /// <summary>Gets the score of recency; higher is more recent.</summary>
    public required int RecencyScore { get; init; }

    /// <summary>Gets the score of frequency.</summary>
    public required int FrequencyScore { get; init; }

    /// <summary>Gets the score of the third axis; null without a value there.</summary>
    public int? MonetaryScore { get; init; }

    /// <summary>Gets the score of length; null without that axis.</summary>
    public int? LengthScore { get; init; }

    /// <summary>Gets the three scores together; null without a value on the third axis.</summary>
    public RfmCell? Cell { get; init; }

    /// <summary>Gets the scores times the weights of the definition; null without a value on the third axis.</summary>
    public decimal? WeightedScore { get; init; }

    /// <summary>Gets the group; null without a value on the third axis.</summary>
    public RfmGroup? Group { get; init; }

    /// <summary>Gets the label of the group; without a group, the one that recency and frequency decide alone, null where the rule would need the third axis.</summary>
    public RfmLabel? Label { get; init; }

    /// <summary>Gets the id of the named segment; null without a table, and where no segment has the cell.</summary>
    public string? Segment { get; init; }
}
