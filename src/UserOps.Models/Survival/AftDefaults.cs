namespace UserOps.Models.Survival;

/// <summary>The defaults of accelerated failure time regression, each named once.</summary>
internal static class AftDefaults
{
    /// <summary>The form of a saved model that this library writes and reads.</summary>
    internal const int Version = 1;

    internal const LifetimeFamily Family = LifetimeFamily.Weibull;

    internal const double Tolerance = 1e-9;

    internal const int MaximumIterations = 100;
}
