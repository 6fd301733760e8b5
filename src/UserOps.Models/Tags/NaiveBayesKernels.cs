namespace UserOps.Models.Tags;

/// <summary>The arithmetic of naive Bayes: logarithms in, posteriors out.</summary>
internal static class NaiveBayesKernels
{
    // Farther than this every class is as unlikely as the others; infinity would be no number to compare.
    private const double FarthestSquare = 1e300;
    private const double LogTwoPi = 1.8378770664093454835606594728112;

    /// <summary>Gets ln((n + alpha) / (total + alpha vocabulary)): how likely a class has a text.</summary>
    internal static double LogShare(long count, long total, long vocabulary, double alpha)
        => Math.Log(count + alpha) - Math.Log(total + alpha * vocabulary);

    /// <summary>Gets the logarithm of the normal density.</summary>
    internal static double LogDensity(double value, double mean, double variance)
    {
        double distance = value - mean;
        return -0.5 * (LogTwoPi + Math.Log(variance) + Math.Min(distance * (distance / variance), FarthestSquare));
    }

    /// <summary>Turns logarithms of weights into shares that add up to 1.</summary>
    /// <param name="logs">IN: finite, at least one. OUT: 0 to 1.</param>
    internal static void Normalize(Span<double> logs)
    {
        double highest = logs[0];
        foreach (double log in logs)
        {
            highest = Math.Max(highest, log);
        }

        double sum = 0;
        for (int i = 0; i < logs.Length; i++)
        {
            logs[i] = Math.Exp(logs[i] - highest); // the largest is 1, so the sum is never 0
            sum += logs[i];
        }

        for (int i = 0; i < logs.Length; i++)
        {
            logs[i] /= sum;
        }
    }
}
