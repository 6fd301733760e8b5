namespace UserOps.Models.Profitability;

/// <summary>What one service cost; a line of a statement, of one customer or of many.</summary>
public sealed record ActivityCostLine
{
    /// <summary>Gets the activity.</summary>
    public required string Activity { get; init; }

    /// <summary>Gets how often it was used.</summary>
    public required decimal Count { get; init; }

    /// <summary>Gets what that cost.</summary>
    public required decimal Cost { get; init; }
}
