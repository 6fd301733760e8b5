using UserOps.Models.Value;

namespace UserOps.Models.Tests.Value.Twin;

/// <summary>The beta-geometric likelihood as the table of the conformance cases has it, term by term.</summary>
internal static class NaiveBetaGeometric
{
    /// <summary>Sums the log-likelihood over rows.</summary>
    /// <param name="history">The rows.</param>
    /// <param name="isModified">MBG.</param>
    /// <param name="k">The regularity.</param>
    /// <param name="logs">ln of r, alpha, a, b.</param>
    public static double LogLikelihood(PurchaseHistory history, bool isModified, int k, double[] logs)
    {
        double sum = 0;
        for (int row = 0; row < history.Count; row++)
        {
            double logGaps = history.LogGaps.IsEmpty ? 0 : history.LogGaps[row];
            sum += (history.Weights.IsEmpty ? 1 : history.Weights[row]) * LogLikelihood(history[row], logGaps, isModified, k, [.. logs.Select(Math.Exp)]);
        }

        return sum;
    }

    public static double LogLikelihood(PurchaseRecord customer, double logGaps, bool isModified, int k, double[] parameters)
    {
        (double r, double alpha, double a, double b) = (parameters[0], parameters[1], parameters[2], parameters[3]);
        int d = isModified ? 1 : 0;
        int x = customer.RepeatPurchases;
        double count = r + k * x;
        double logStay = GammaFunctions.LogBeta(a, b + x + d) - count * Math.Log(alpha + customer.Age) + Math.Log(Calm(customer, count, alpha, k));
        double logLeave = x + d == 0 ? double.NegativeInfinity : GammaFunctions.LogBeta(a + 1, b + x - 1 + d) - count * Math.Log(alpha + customer.AgeAtLastPurchase);
        double top = Math.Max(logStay, logLeave);
        return (k - 1) * logGaps - x * GammaFunctions.LogGamma(k)
            + GammaFunctions.LogGamma(count) - GammaFunctions.LogGamma(r) + r * Math.Log(alpha) - GammaFunctions.LogBeta(a, b)
            + top + Math.Log(Math.Exp(logStay - top) + Math.Exp(logLeave - top));
    }

    private static double Calm(PurchaseRecord customer, double count, double alpha, int k)
    {
        double z = (customer.Age - customer.AgeAtLastPurchase) / (alpha + customer.Age);
        return Enumerable.Range(0, k).Sum(j =>
            Math.Exp(GammaFunctions.LogGamma(count + j) - GammaFunctions.LogGamma(count) - GammaFunctions.LogGamma(j + 1)) * Math.Pow(z, j));
    }
}
