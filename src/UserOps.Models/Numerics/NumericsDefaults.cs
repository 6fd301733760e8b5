namespace UserOps.Models;

/// <summary>The defaults of the folder, each named once.</summary>
internal static class NumericsDefaults
{
    /// <summary>The level of a confidence interval when the caller names none.</summary>
    internal const double ConfidenceLevel = 0.95;

    /// <summary>The quantile of a sample when a definition names none.</summary>
    internal const QuantileDefinition Quantile = QuantileDefinition.R7;
}
