namespace UserOps.Models.Value;

/// <summary>The defaults and limits of the room, each named once.</summary>
internal static class ValueDefaults
{
    internal const double ConfidenceLevel = 0.95;

    /// <summary>The form of saved parameters.</summary>
    internal const int ParametersVersion = 1;

    internal const double Tolerance = 1e-9;

    internal const int MaximumIterations = 200;

    /// <summary>How far the logarithm of a parameter moves in one step of a search: a Newton step from a bad start may point anywhere.</summary>
    internal const double LongestLogStep = 2;

    /// <summary>The step of a derivative by differences, in the logarithm of a parameter.</summary>
    internal const double LogDifference = 1e-5;
}
