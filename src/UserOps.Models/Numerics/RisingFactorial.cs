namespace UserOps.Models;

/// <summary>The product base (base + 1) .. (base + count - 1), which is G(base + count) / G(base).</summary>
internal static class RisingFactorial
{
    private const int LongestProduct = 4096;

    /// <summary>Gets the natural logarithm.</summary>
    /// <param name="start">The first factor; above 0.</param>
    /// <param name="count">How many factors; 0 or more.</param>
    internal static double Log(double start, int count)
    {
        if (count > LongestProduct)
        {
            return GammaFunctions.LogGamma(start + count) - GammaFunctions.LogGamma(start);
        }

        // Factor by factor: the difference of two logarithms of gamma has no digits left where the first factor is large.
        double sum = 0;
        for (int i = 0; i < count; i++)
        {
            sum += Math.Log(start + i);
        }

        return sum;
    }
}
