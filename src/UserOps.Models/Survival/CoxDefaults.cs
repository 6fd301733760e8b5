namespace UserOps.Models.Survival;

/// <summary>The defaults and limits of Cox regression, each named once.</summary>
internal static class CoxDefaults
{
    /// <summary>The form of a saved model that this library writes and reads.</summary>
    internal const int Version = 1;

    internal const double Tolerance = 1e-9;

    internal const int MaximumIterations = 100;

    /// <summary>Sums over sets of more rows than this leave the range of a double: with all risks alike they reach e to that power.</summary>
    internal const int MaximumExactTies = 500;
}
