namespace UserOps.Models.Profitability;

/// <summary>What serving one user cost.</summary>
/// <remarks>Exact to the tenth digit after the point.</remarks>
public sealed record UserCost
{
    /// <summary>Gets the user.</summary>
    public required UserId User { get; init; }

    /// <summary>Gets the user's part of all pools.</summary>
    public required decimal Cost { get; init; }
}
