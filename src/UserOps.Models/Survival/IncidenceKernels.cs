using System.Diagnostics;

namespace UserOps.Models.Survival;

/// <summary>The arithmetic of the Aalen-Johansen incidence of one cause over a risk table.</summary>
/// <remarks>
/// Incidence: I(t) = sum of S(t_i-) c_i / n_i, c the ends for the cause. Variance by the delta method, as in G. E. Dinse, M. G. Larson, Biometrika
/// 73, 1986, and E. Marubini, M. G. Valsecchi, Analysing Survival Data from Clinical Trials and Observational Studies, 1995, section 10.3:
/// sum over t_i up to t of (I(t) - I(t_i))^2 d / (n (n - d)) + S(t_i-)^2 (n - c) c / n^3 - 2 (I(t) - I(t_i)) S(t_i-) c / n^2.
/// With a single cause it is Greenwood's.
/// </remarks>
internal static class IncidenceKernels
{
    /// <summary>Computes the incidence and its variance after each time.</summary>
    /// <param name="ofCause">Shape [times]; who ended for the cause.</param>
    /// <param name="events">Shape [times]; who ended at all.</param>
    /// <param name="atRisk">Shape [times].</param>
    /// <param name="survival">Shape [times]; who has not ended, after each time.</param>
    /// <param name="incidence">Shape [times]; written.</param>
    /// <param name="variance">Shape [times]; written.</param>
    internal static void Incidence(
        ReadOnlySpan<double> ofCause,
        ReadOnlySpan<double> events,
        ReadOnlySpan<double> atRisk,
        ReadOnlySpan<double> survival,
        Span<double> incidence,
        Span<double> variance)
    {
        Debug.Assert(ofCause.Length == events.Length && ofCause.Length == incidence.Length && ofCause.Length == variance.Length, "one slot per time");
        double before = 1;
        double total = 0;

        // Sums of a_i = d / (n (n - d)) and b_i = S c / n^2 times powers of I(t) - I(t_i), carried from time to time: when I grows by g,
        // a difference D becomes D + g. Expanding the square instead would subtract numbers far larger than the variance.
        double a0 = 0, a1 = 0, a2 = 0, b0 = 0, b1 = 0, own = 0;
        for (int i = 0; i < events.Length; i++)
        {
            if (events[i] > 0)
            {
                double n = atRisk[i];
                double growth = before * (ofCause[i] / n);
                total += growth;
                a2 += growth * (2 * a1 + growth * a0);
                a1 += growth * a0;
                b1 += growth * b0;
                double stay = n - events[i];
                a0 += stay > 0 ? events[i] / (n * stay) : 0; // at the step to 0 nothing grows any more, so the term is 0
                b0 += growth / n;
                own += growth * before * ((n - ofCause[i]) / n / n);
                before = survival[i];
            }

            incidence[i] = Math.Min(1, total);
            variance[i] = Math.Max(0, a2 + own - 2 * b1);
        }
    }
}
