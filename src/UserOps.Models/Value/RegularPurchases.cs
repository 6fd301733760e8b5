namespace UserOps.Models.Value;

/// <summary>What a customer who is there will do within a time, where k hidden events make a purchase: sums over the number of hidden events.</summary>
/// <remarks>
/// Exact, and every term positive. How many hidden events have passed since the last purchase is not known; given that count j the future ones are
/// NBD(R + j), so the sums are mixtures over j from 0 to k - 1 (R. Platzer, T. Reutterer, Marketing Science 35(5), 2016, 779-799, give only an approximation).
/// The cost grows with horizon / (alpha + T).
/// </remarks>
internal static class RegularPurchases
{
    private const double Negligible = 1e-17;

    /// <summary>The mean number of hidden events beyond which a sum is refused.</summary>
    internal const double MostEvents = 1e6;

    /// <summary>Gets the expected purchases and the probability to be there still at the end.</summary>
    /// <param name="law">The model.</param>
    /// <param name="chances">How often the customer stayed so far: the beta distribution is (a, b + chances).</param>
    /// <param name="count">R = r + k x.</param>
    /// <param name="calm">z = (T - t) / (alpha + T).</param>
    /// <param name="y">horizon / (alpha + T).</param>
    internal static (double Purchases, double Staying) Of(in BetaGeometricLaw law, int chances, double count, double calm, double y)
    {
        double purchases = 0, staying = 0, sum = 0, weight = 1;
        for (int passed = 0; passed < law.Regularity; passed++)
        {
            (double some, double stays) = After(law, chances, count + passed, passed, y);
            purchases += weight * some;
            staying += weight * stays;
            sum += weight;
            weight *= (count + passed) / (passed + 1) * calm;
        }

        return (purchases / sum, staying / sum);
    }

    /// <summary>Sums over the hidden events M, NBD(R), after so many have passed already.</summary>
    private static (double Purchases, double Staying) After(in BetaGeometricLaw law, int chances, double count, int passed, double y)
    {
        var events = new NegativeBinomialWalk(count, y);
        double purchases = 0, staying = 0, bought = 0, stays = 1, b = law.B + chances;
        int left = passed;
        int made = 0;
        for (; ; events.MoveNext())
        {
            purchases += events.Probability * bought;
            staying += events.Probability * stays;
            if (events.MoreAtMost * (bought + 1) <= Negligible * purchases)
            {
                return (purchases, staying);
            }

            if (++left == law.Regularity)
            {
                left = 0;
                bought += stays; // the next purchase happens to who stayed after all before
                stays *= (b + made) / (law.A + b + made);
                made++;
            }
        }
    }
}
