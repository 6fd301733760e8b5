namespace UserOps.Models.Profitability;

/// <summary>What one source added to a part of a statement, of one customer or of many: account fees apart from card fees.</summary>
public sealed record AmountLine
{
    /// <summary>Gets the part of the statement.</summary>
    public required ProfitItem Item { get; init; }

    /// <summary>Gets the name of the source; sources of one name share a line.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the amount; all lines of a part add up to it.</summary>
    public required decimal Amount { get; init; }
}
