namespace UserOps.Models.Profitability;

/// <summary>How much of a driver a user used in the period.</summary>
public sealed record DriverUsage
{
    /// <summary>Gets the user.</summary>
    public required UserId User { get; init; }

    /// <summary>Gets the driver; ordinal. One that no pool has costs nothing.</summary>
    public required string Driver { get; init; }

    /// <summary>Gets how many units, zero or more, to the tenth digit after the point; several rows of one user and driver are added up.</summary>
    public required decimal Quantity { get; init; }
}
