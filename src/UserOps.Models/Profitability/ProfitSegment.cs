namespace UserOps.Models.Profitability;

/// <summary>The profit of one segment.</summary>
public sealed record ProfitSegment
{
    /// <summary>Gets the name.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the users of the segment who were seen by 'as of' and have no statement.</summary>
    public required long LeftOut { get; init; }

    /// <summary>Gets the sum of the statements of the segment's users; of nobody where none has one.</summary>
    public required CustomerProfitStatement Statement { get; init; }
}
