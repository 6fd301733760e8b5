using MathNet.Numerics;

namespace UserOps.Models.Value;

/// <summary>Probabilities of the negative binomial distribution of shape R and mean R y: events of customers whose rates have a gamma distribution.</summary>
internal static class NegativeBinomialKernels
{
    private const double Negligible = 1e-17;
    private const double NearlyAll = 0.99;
    private const int LongestTail = 10_000;

    /// <summary>Gets the natural logarithm of the probability of so many events.</summary>
    internal static double LogProbability(double shape, double y, int events)
        => RisingFactorial.Log(shape, events) - RisingFactorial.Log(1, events) - (shape + events) * NearZero.LogOnePlus(y) + (events == 0 ? 0 : events * Math.Log(y));

    /// <summary>Gets the probability of one of several neighboring numbers of events.</summary>
    internal static double ProbabilityOf(double shape, double y, int first, int numbers)
    {
        double share = y / (1 + y);
        double probability = Math.Exp(LogProbability(shape, y, first));
        double sum = 0;
        for (int i = 0; i < numbers; i++)
        {
            sum += probability;
            probability *= (shape + first + i) / (first + i + 1) * share;
        }

        return sum;
    }

    /// <summary>Gets the probability of so many events or more.</summary>
    internal static double ProbabilityOfAtLeast(double shape, double y, int events)
    {
        var walk = new NegativeBinomialWalk(shape, y);
        double fewer = 0;
        for (; walk.Events < events && fewer < NearlyAll; walk.MoveNext())
        {
            fewer += walk.Probability;
        }

        // 1 less nearly all leaves few digits; from there on the rest is added up itself.
        return fewer < NearlyAll ? Math.Max(0, 1 - fewer) : Rest(shape, y, events);
    }

    private static double Rest(double shape, double y, int from)
    {
        double share = y / (1 + y);
        double probability = Math.Exp(LogProbability(shape, y, from));
        double sum = 0;
        for (double events = from; events < from + (double)LongestTail; events++)
        {
            sum += probability;
            double ratio = (shape + events) / (events + 1) * share;
            double bound = Math.Max(ratio, share);
            if (bound < 1 && probability * bound / (1 - bound) <= Negligible * sum)
            {
                return sum;
            }

            probability *= ratio;
        }

        // A tail so long is an incomplete beta function; of its two forms the one whose argument y leaves exact.
        return from <= y
            ? Math.Max(0, 1 - SpecialFunctions.BetaRegularized(shape, from, 1 / (1 + y)))
            : SpecialFunctions.BetaRegularized(from, shape, share);
    }
}
