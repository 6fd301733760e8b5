namespace UserOps.Models.Survival;

/// <summary>What a fitted Cox regression knows of one covariate.</summary>
public sealed record CoxCovariate
{
    /// <summary>Gets the name, that of a covariate of a table.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the mean over the rows of the fit, for which the baseline holds.</summary>
    public required double Center { get; init; }

    /// <summary>Gets the coefficient: by how much the logarithm of the hazard rises with one unit. Null where the data do not decide on it.</summary>
    public double? Coefficient { get; init; }
}
