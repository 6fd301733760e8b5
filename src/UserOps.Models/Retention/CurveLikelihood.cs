namespace UserOps.Models.Retention;

/// <summary>How probable observed counts are under a curve, as a logarithm per observation.</summary>
internal sealed class CurveLikelihood
{
    private readonly RetentionCurveFamily _family;
    private readonly double[] _kept;
    private readonly double[] _lost;
    private readonly bool _isSurvival;

    private CurveLikelihood(RetentionCurveFamily family, double[] kept, double[] lost, bool isSurvival)
    {
        _family = family;
        _kept = kept;
        _lost = lost;
        _isSurvival = isSurvival;
        Observations = isSurvival ? kept.Sum() + lost.Sum() : kept.Zip(lost, (a, b) => a + b).Sum();
    }

    /// <summary>Gets what the likelihood is divided by.</summary>
    internal double Observations { get; }

    /// <summary>Gets a value indicating whether a curve can be told from these counts at all: some are lost, some are not, and there are periods enough.</summary>
    internal bool CanIdentify => _kept.Length >= RetentionCurves.Parameters(_family)
        && _lost.Any(users => users > 0)
        && _kept.Any(users => users > 0);

    /// <summary>Takes the survivors of one group: what each period takes of those who were left, which is the exact likelihood of the group.</summary>
    /// <param name="family">The shape.</param>
    /// <param name="survivors">Shape [periods + 1]; never rising.</param>
    internal static CurveLikelihood OfSurvivors(RetentionCurveFamily family, ReadOnlySpan<long> survivors)
    {
        var kept = new double[survivors.Length - 1];
        var lost = new double[kept.Length];
        for (int i = 0; i < kept.Length; i++)
        {
            kept[i] = survivors[i + 1];
            lost[i] = survivors[i] - survivors[i + 1];
        }

        return new(family, kept, lost, isSurvival: true);
    }

    /// <summary>Takes shares period by period, each for itself: users may come back, and periods may have different users behind them.</summary>
    /// <param name="family">The shape.</param>
    /// <param name="curve">Shape [periods + 1].</param>
    internal static CurveLikelihood OfShares(RetentionCurveFamily family, ReadOnlySpan<Ratio> curve)
    {
        var kept = new double[curve.Length - 1];
        var lost = new double[kept.Length];
        for (int i = 0; i < kept.Length; i++)
        {
            kept[i] = curve[i + 1].Numerator;
            lost[i] = curve[i + 1].Denominator - curve[i + 1].Numerator;
        }

        return new(family, kept, lost, isSurvival: false);
    }

    /// <summary>Gets the log-likelihood per observation; minus infinity where a count is impossible.</summary>
    /// <param name="place">Shape [parameters]; see <see cref="RetentionCurves.ValuesAt"/>.</param>
    internal double At(ReadOnlySpan<double> place)
    {
        ReadOnlySpan<double> values = RetentionCurves.ValuesAt(_family, place).AsSpan();
        double sum = 0;
        double lossSoFar = 0;
        for (int i = 0; i < _kept.Length; i++)
        {
            double loss = RetentionCurves.Loss(_family, values, i + 1);
            lossSoFar = _isSurvival ? loss : lossSoFar + loss;
            sum += Times(_kept[i], -lossSoFar) + Times(_lost[i], LogLost(lossSoFar));
        }

        return double.IsNaN(sum) ? double.NegativeInfinity : sum / Observations;
    }

    // Of nobody even the impossible is certain.
    private static double Times(double users, double logProbability) => users == 0 ? 0 : users * logProbability;

    // ln(1 - e^-loss); written with sinh it keeps its digits where next to nobody is lost.
    private static double LogLost(double loss) => loss < 1 ? Math.Log(2 * Math.Sinh(loss / 2)) - loss / 2 : Math.Log(1 - Math.Exp(-loss));
}
