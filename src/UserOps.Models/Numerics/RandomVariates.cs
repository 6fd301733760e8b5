namespace UserOps.Models;

/// <summary>Draws from distributions with our own generator, so that a seed gives the same numbers on every runtime.</summary>
internal static class RandomVariates
{
    /// <summary>Draws from the exponential distribution.</summary>
    /// <param name="random">The generator.</param>
    /// <param name="rate">Above 0; the mean is 1 / rate.</param>
    internal static double NextExponential(this Xoshiro256 random, double rate) => -Math.Log(1 - random.NextDouble()) / rate;

    /// <summary>Draws from the gamma distribution.</summary>
    /// <param name="random">The generator.</param>
    /// <param name="shape">Above 0.</param>
    /// <param name="rate">Above 0; the mean is shape / rate.</param>
    internal static double NextGamma(this Xoshiro256 random, double shape, double rate) => Math.Exp(random.NextLogGamma(shape)) / rate;

    /// <summary>Draws from the beta distribution.</summary>
    /// <param name="random">The generator.</param>
    /// <param name="a">Above 0.</param>
    /// <param name="b">Above 0; the mean is a / (a + b).</param>
    internal static double NextBeta(this Xoshiro256 random, double a, double b)
    {
        double left = random.NextLogGamma(a);
        double right = random.NextLogGamma(b);
        return 1 / (1 + Math.Exp(right - left));
    }

    // In logarithms: with a shape of 0.01 half of all draws are below what a double can hold.
    private static double NextLogGamma(this Xoshiro256 random, double shape)
        => shape >= 1 ? Math.Log(random.NextGammaFromOne(shape)) : Math.Log(random.NextGammaFromOne(shape + 1)) + Math.Log(1 - random.NextDouble()) / shape;

    // Marsaglia and Tsang, ACM Transactions on Mathematical Software 26(3), 2000, 363-372.
    private static double NextGammaFromOne(this Xoshiro256 random, double shape)
    {
        double d = shape - 1.0 / 3;
        double c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            double normal = random.NextNormal();
            double root = 1 + c * normal;
            if (root > 0)
            {
                double cube = root * root * root;
                double uniform = 1 - random.NextDouble();
                if (Math.Log(uniform) < 0.5 * normal * normal + d - d * cube + d * Math.Log(cube))
                {
                    return d * cube;
                }
            }
        }
    }
}
