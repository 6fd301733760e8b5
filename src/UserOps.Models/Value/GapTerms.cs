namespace UserOps.Models.Value;

/// <summary>What the times between purchases add to the log-likelihood of regular buying, whatever the parameters: (k-1) times the sum of their logarithms, less x ln (k-1)!.</summary>
internal static class GapTerms
{
    /// <summary>Gets the term of one customer.</summary>
    internal static double Of(int repeatPurchases, double logGaps, int regularity)
        => (regularity - 1) * logGaps - repeatPurchases * GammaFunctions.LogGamma(regularity);

    /// <summary>Gets the term of all rows; the sum does not depend on their order.</summary>
    /// <exception cref="ArgumentException">The history does not know the sums of the logarithms.</exception>
    internal static double Of(PurchaseHistory history, int regularity)
    {
        RequireGaps(history);
        var terms = new double[history.Count];
        for (int row = 0; row < terms.Length; row++)
        {
            terms[row] = (history.HasWeights ? history.Weights[row] : 1) * Of(history.RepeatPurchases[row], history.LogGaps[row], regularity);
        }

        Array.Sort(terms);
        return terms.Sum();
    }

    /// <summary>Refuses a history that does not know the sums of the logarithms.</summary>
    /// <exception cref="ArgumentException">It does not.</exception>
    internal static void RequireGaps(PurchaseHistory history)
    {
        if (history.LogGaps.IsEmpty && history.Count > 0)
        {
            throw new ArgumentException("Regular buying (k above 1) needs the sums of the logarithms of the times between purchases.", nameof(history));
        }
    }
}
