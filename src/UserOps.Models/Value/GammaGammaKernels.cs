namespace UserOps.Models.Value;

/// <summary>Arithmetic of the Gamma-Gamma model; p, q, v as in the paper, x purchases of mean m.</summary>
/// <remarks>
/// With a = px, w = xm and e = (w - av/q) / (w + v), all that is large in ln f cancels by itself: q ln(v(a+q) / (q(w+v))) is q ln(1 - e). So the likelihood is
/// exact on its way to infinity too, where customers do not differ (q) or spends of one customer do not (p).
/// </remarks>
internal static class GammaGammaKernels
{
    private const double NearMinusOne = -0.5; // below it 1 + y has fewer digits than y
    private const double HalfLogTwoPi = 0.918938533204672741780329736406;

    /// <summary>Gets ln f(m | x).</summary>
    internal static double LogDensity(double p, double q, double v, double x, double m)
    {
        (double a, double w) = (p * x, x * m);
        double e = Excess(a, q, v, w);
        return a * LogOnePlus(e * (q / a), w / (w + v), (a + q) / a) + q * LogOnePlus(-e, v / (w + v), (a + q) / q)
            + 0.5 * Math.Log(a / (a + q) * q) - HalfLogTwoPi - Math.Log(m)
            + StirlingTails.OfLogGamma(a + q) - StirlingTails.OfLogGamma(a) - StirlingTails.OfLogGamma(q);
    }

    /// <summary>Adds ln f(m | x) and its derivatives in ln p, ln q and ln(v/q): of these, q alone grows where customers do not differ.</summary>
    /// <param name="p">Above 0.</param>
    /// <param name="q">Above 0.</param>
    /// <param name="v">Above 0.</param>
    /// <param name="x">At least 1.</param>
    /// <param name="m">Above 0.</param>
    /// <param name="weight">For how many customers.</param>
    /// <param name="slopes">Shape [3]; added to.</param>
    /// <param name="information">Second derivatives with their sign turned, shape [3, 3]; added to, in the lower half.</param>
    internal static double Add(double p, double q, double v, double x, double m, double weight, Span<double> slopes, Span<double> information)
    {
        (double a, double w) = (p * x, x * m);
        double e = Excess(a, q, v, w);
        double sum = a + q;
        double share = v / (w + v);
        double digamma = StirlingTails.OfDigamma(sum) - 0.5 / sum;
        double trigamma = StirlingTails.OfTrigamma(sum);
        double rest = w / (w + v);
        double slopeA = a * (LogOnePlus(e * (q / a), rest, sum / a) + digamma - StirlingTails.OfDigamma(a) + 0.5 / a);
        double slopeQ = q * (LogOnePlus(-e, share, sum / q) + e + digamma - StirlingTails.OfDigamma(q) + 0.5 / q);
        slopes[0] += weight * slopeA;
        slopes[1] += weight * slopeQ;
        slopes[2] += weight * q * e;
        information[0] -= weight * (slopeA + a * a * (trigamma - StirlingTails.OfTrigamma(a)) - a * (q / sum) - 0.5 * q / sum * ((a + sum) / sum));
        information[3] -= weight * a * q * (e / sum + 0.5 / sum / sum + trigamma);
        information[4] -= weight * (slopeQ + q * q * (trigamma - StirlingTails.OfTrigamma(q) + e * e / sum) - 0.5 * a / sum * ((q + sum) / sum));
        information[6] += weight * a * share;
        information[7] -= weight * q * e * (1 - share);
        information[8] += weight * share * rest * sum;
        return weight * LogDensity(p, q, v, x, m);
    }

    /// <summary>Gets the expected mean spend of a customer with x purchases of mean m; NaN where there is none.</summary>
    internal static double ExpectedSpend(double p, double q, double v, double x, double m)
    {
        double divisor = p * x + q - 1;
        return divisor > 0 ? p * (v + x * m) / divisor : double.NaN;
    }

    private static double Excess(double a, double q, double v, double w) => (w - a * (v / q)) / (w + v);

    /// <summary>Gets ln(1 + y), where 1 + y is also a share times a factor: without losing a small y, nor what is left of 1 far from the mean.</summary>
    private static double LogOnePlus(double y, double share, double factor)
    {
        if (y < NearMinusOne)
        {
            return Math.Log(share) + Math.Log(factor);
        }

        // Kahan: what 1 + y lost in rounding is lost in the divisor too.
        double sum = 1 + y;
        return sum == 1 ? y : Math.Log(sum) * (y / (sum - 1));
    }
}
