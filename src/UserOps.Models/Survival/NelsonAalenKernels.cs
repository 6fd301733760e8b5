using System.Diagnostics;

namespace UserOps.Models.Survival;

/// <summary>The arithmetic of the cumulative hazard over a risk table.</summary>
/// <remarks>W. Nelson, Journal of Quality Technology 1, 1969; O. Aalen, Annals of Statistics 6, 1978. Events at one time are taken together, d / n.</remarks>
internal static class NelsonAalenKernels
{
    /// <summary>Sums d / n and d / n^2.</summary>
    /// <param name="events">Shape [times].</param>
    /// <param name="atRisk">Shape [times].</param>
    /// <param name="hazard">Shape [times]; written.</param>
    /// <param name="variance">Shape [times]; written.</param>
    internal static void Hazard(ReadOnlySpan<double> events, ReadOnlySpan<double> atRisk, Span<double> hazard, Span<double> variance)
    {
        Debug.Assert(events.Length == atRisk.Length && events.Length == hazard.Length && events.Length == variance.Length, "one slot per time");
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < events.Length; i++)
        {
            if (events[i] > 0)
            {
                double share = events[i] / atRisk[i];
                sum += share;
                squares += share / atRisk[i];
            }

            hazard[i] = sum;
            variance[i] = squares;
        }
    }
}
