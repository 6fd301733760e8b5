namespace UserOps.Models;

/// <summary>Integrals of positive functions with one peak, however narrow it is and however small or large they are.</summary>
internal static class LogConcaveIntegral
{
    /// <summary>Gets the natural logarithm of an integral, to about 1e-14.</summary>
    /// <param name="function">The function; analytic within pi of the interval, but for places where it is 0.</param>
    /// <param name="low">Where the interval begins; finite.</param>
    /// <param name="high">Where it ends; positive infinity is allowed where the function falls in the end.</param>
    /// <returns>Negative infinity over an interval without length.</returns>
    internal static double LogOf<TFunction>(TFunction function, double low, double high)
        where TFunction : struct, ILogConcave
    {
        var panels = new LogConcavePanels<TFunction>(function, low, high);
        double sum = 0;
        while (panels.MoveNext())
        {
            double part = 0;
            for (int i = 0; i < GaussLegendre.Nodes.Length; i++)
            {
                part += GaussLegendre.Weights[i] * Math.Exp(function.At(panels.Center + panels.HalfWidth * GaussLegendre.Nodes[i]) - panels.PeakValue);
            }

            sum += part * panels.HalfWidth;
        }

        return panels.PeakValue + Math.Log(sum);
    }
}
