namespace UserOps.Models;

/// <summary>The product base (base + 1) .. (base + count - 1), which is G(base + count) / G(base).</summary>
/// <remarks>The difference of two logarithms of gamma has no digits left where the base is large, so that Stirling's formula is used with its large parts taken off each other.</remarks>
internal static class RisingFactorial
{
    private const int LongestProduct = 4096;

    /// <summary>Gets the natural logarithm.</summary>
    /// <param name="start">The first factor; above 0.</param>
    /// <param name="count">How many factors; 0 or more.</param>
    internal static double Log(double start, int count)
    {
        int multiplied = count <= LongestProduct ? count : start < GammaFunctions.AsymptoticFrom ? (int)GammaFunctions.AsymptoticFrom : 0;
        double sum = 0;
        for (int i = 0; i < multiplied; i++)
        {
            sum += Math.Log(start + i);
        }

        return multiplied == count ? sum : sum + LogFar(start + multiplied, count - multiplied);
    }

    /// <summary>Gets the natural logarithm, by Stirling's formula.</summary>
    /// <param name="start">At least 15.</param>
    /// <param name="count">0 or more.</param>
    internal static double LogFar(double start, double count)
        => (start + count - 0.5) * NearZero.LogOnePlus(count / start) + count * Math.Log(start) - count
        + StirlingTails.OfLogGamma(start + count) - StirlingTails.OfLogGamma(start);

    /// <summary>Gets the natural logarithm of what the product is by that from <paramref name="start"/> + <paramref name="shift"/>, by Stirling's formula.</summary>
    /// <param name="start">At least 15.</param>
    /// <param name="count">How many factors both have; 0 or more.</param>
    /// <param name="shift">0 or more.</param>
    internal static double LogRatioFar(double start, double count, double shift)
    {
        // Count and shift play the same part. Each term is near count * shift / start where that is small: no large number is taken off another.
        double end = start + count + shift;
        return (start - 0.5) * NearZero.LogOnePlus(count / start * (shift / end))
            + count * LogOfRest(shift, start + count)
            + shift * LogOfRest(count, start + shift)
            + StirlingTails.OfLogGamma(start + count) - StirlingTails.OfLogGamma(start)
            + StirlingTails.OfLogGamma(start + shift) - StirlingTails.OfLogGamma(end);
    }

    /// <summary>Gets ln of what a rest is of a part and itself, whichever of the two is nearly all.</summary>
    private static double LogOfRest(double part, double rest)
        => part < rest ? NearZero.LogOnePlus(-part / (part + rest)) : Math.Log(rest / (part + rest));
}
