namespace UserOps.Models.Tests.Segments;

/// <summary>Comparisons, one by one.</summary>
internal static class TwinComparison
{
    /// <summary>Says whether a comparison holds of two numbers.</summary>
    /// <param name="comparison">Which.</param>
    /// <param name="order">Below 0 where the first number is less, 0 where they are equal, above 0 where it is greater.</param>
    internal static bool Holds(Comparison comparison, int order) => comparison switch
    {
        Comparison.EqualTo => order == 0,
        Comparison.NotEqualTo => order != 0,
        Comparison.LessThan => order < 0,
        Comparison.AtMost => order <= 0,
        Comparison.GreaterThan => order > 0,
        Comparison.AtLeast => order >= 0,
        _ => throw new NotSupportedException(comparison.ToString()),
    };
}
