namespace UserOps.Models.Stratification;

/// <summary>What one tier of a pyramid holds.</summary>
public sealed record PyramidStratum
{
    /// <summary>Gets the id of the tier.</summary>
    public required string Tier { get; init; }

    /// <summary>Gets the users in it.</summary>
    public required long Users { get; init; }

    /// <summary>Gets what they hold together, exact; 0 over nobody.</summary>
    public required decimal Value { get; init; }

    /// <summary>Gets the lowest value in the tier; null where it is empty.</summary>
    public decimal? Minimum { get; init; }
}
