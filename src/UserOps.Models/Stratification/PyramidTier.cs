namespace UserOps.Models.Stratification;

/// <summary>One tier of a pyramid.</summary>
public sealed record PyramidTier
{
    /// <summary>Gets the stable id, unique in the pyramid; not empty.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the name.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>Gets the bound; what it means is said by <see cref="PyramidDefinition.Basis"/>. Strictly rising from tier to tier.</summary>
    public required decimal Bound { get; init; }
}
