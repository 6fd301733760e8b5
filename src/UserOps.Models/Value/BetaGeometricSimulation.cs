namespace UserOps.Models.Value;

/// <summary>Draws customers as a beta-geometric model has them.</summary>
internal static class BetaGeometricSimulation
{
    internal static PurchaseHistory Run(in BetaGeometricLaw law, ReadOnlySpan<double> ages, int seed, PurchaseTimeUnit? unit)
    {
        PurchaseArguments.RequireTimes(ages);
        var random = new Xoshiro256(seed);
        var purchases = new int[ages.Length];
        var lastAges = new double[ages.Length];
        var logGaps = new double[ages.Length];
        for (int row = 0; row < ages.Length; row++)
        {
            double rate = random.NextGamma(law.R, law.Alpha);
            double leaving = random.NextBeta(law.A, law.B);
            bool isThere = law.Extra == 0 || random.NextDouble() >= leaving;
            while (isThere && random.NextGamma(law.Regularity, rate) is var gap && lastAges[row] + gap <= ages[row])
            {
                PurchaseArguments.RequireDrawable(purchases[row], ages[row], nameof(ages));
                purchases[row]++;
                logGaps[row] += Math.Log(gap);
                lastAges[row] += gap;
                isThere = random.NextDouble() >= leaving;
            }
        }

        return PurchaseHistory.Of(purchases, lastAges, ages, logGaps, unit: unit);
    }
}
