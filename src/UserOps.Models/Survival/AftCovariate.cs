namespace UserOps.Models.Survival;

/// <summary>What a fitted accelerated failure time regression knows of one covariate.</summary>
public sealed record AftCovariate
{
    /// <summary>Gets the name, that of a covariate of a table.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the coefficient: by how much ln T rises with one unit. Null where the data do not decide on it.</summary>
    public double? Coefficient { get; init; }
}
