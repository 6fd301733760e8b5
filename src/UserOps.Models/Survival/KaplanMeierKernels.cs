using System.Diagnostics;

namespace UserOps.Models.Survival;

/// <summary>The arithmetic of the product-limit curve over a risk table.</summary>
/// <remarks>E. L. Kaplan, P. Meier, Journal of the American Statistical Association 53(282), 1958, 457-481; variance: M. Greenwood, 1926.</remarks>
internal static class KaplanMeierKernels
{
    /// <summary>Computes the survival after each time and Greenwood's sum, the squared relative error of it.</summary>
    /// <param name="events">Shape [times].</param>
    /// <param name="atRisk">Shape [times].</param>
    /// <param name="survival">Shape [times]; written: the product of (n - d) / n up to the time. Once 0 it stays 0, whoever enters later.</param>
    /// <param name="greenwood">Shape [times]; written: the sum of d / (n (n - d)); not raised by the step to 0, which has no such term.</param>
    internal static void Survival(ReadOnlySpan<double> events, ReadOnlySpan<double> atRisk, Span<double> survival, Span<double> greenwood)
    {
        Debug.Assert(events.Length == atRisk.Length && events.Length == survival.Length && events.Length == greenwood.Length, "one slot per time");
        double left = 1;
        double sum = 0;
        for (int i = 0; i < events.Length; i++)
        {
            double ended = events[i];
            if (ended > 0)
            {
                double stay = atRisk[i] - ended;
                if (stay > 0)
                {
                    left *= stay / atRisk[i];
                    sum += ended / (atRisk[i] * stay);
                }
                else
                {
                    left = 0;
                }
            }

            survival[i] = left;
            greenwood[i] = sum;
        }
    }

    /// <summary>Computes the area under a curve up to a horizon and its variance: sum of A^2 d / (n (n - d)), A the area from the event to the horizon.</summary>
    /// <param name="times">Shape [times]: those before the horizon, ascending.</param>
    /// <param name="events">Shape [times].</param>
    /// <param name="atRisk">Shape [times].</param>
    /// <param name="survival">Shape [times].</param>
    /// <param name="horizon">Zero or more.</param>
    internal static (double Area, double Variance) Area(
        ReadOnlySpan<double> times, ReadOnlySpan<double> events, ReadOnlySpan<double> atRisk, ReadOnlySpan<double> survival, double horizon)
    {
        double area = 0;
        double variance = 0;
        double until = horizon;
        for (int i = times.Length - 1; i >= 0; i--)
        {
            area += survival[i] * (until - times[i]);
            until = times[i];
            double stay = atRisk[i] - events[i];
            variance += stay > 0 ? area * area * (events[i] / (atRisk[i] * stay)) : 0;
        }

        return (area + until, variance);
    }

    /// <summary>Finds the limits of a share.</summary>
    /// <param name="kind">How.</param>
    /// <param name="share">Between 0 and 1, neither of them.</param>
    /// <param name="error">Its standard error.</param>
    /// <param name="z">The normal quantile of (1 + level) / 2.</param>
    internal static Interval Limits(SurvivalIntervalKind kind, double share, double error, double z)
    {
        double reach = z * error;
        switch (kind)
        {
            case SurvivalIntervalKind.Plain:
                return new(Math.Max(0, share - reach), Math.Min(1, share + reach));
            case SurvivalIntervalKind.Log:
                return new(share * Math.Exp(-reach / share), Math.Min(1, share * Math.Exp(reach / share)));
            default:
                double turn = reach / (share * -Math.Log(share));
                return new(Math.Pow(share, Math.Exp(turn)), Math.Pow(share, Math.Exp(-turn)));
        }
    }
}
