namespace UserOps.Models.Profitability;

/// <summary>A source of the definition that left users without a statement. One user may be counted at several.</summary>
public sealed record ProfitGap
{
    /// <summary>Gets the place of the source in the definition, an RFC 6901 pointer such as <c>/balances/0/averageBalance</c>, or of a line whose figures are beyond all sense, such as <c>/balances/0</c>.</summary>
    public required string Path { get; init; }

    /// <summary>Gets what is wrong with the value there.</summary>
    public required ProfitGapReason Reason { get; init; }

    /// <summary>Gets the users it left out; 1 in an explanation.</summary>
    public required long Users { get; init; }
}
