namespace UserOps.Models.Value;

/// <summary>
/// The log-likelihood of survivors by the logarithms of alpha and beta: at each renewal those who were asked stay with the mean chance of those who are
/// left, (beta + i - 1) / (alpha + beta + i - 1), so that cohorts of any length add up renewal by renewal.
/// </summary>
internal sealed class ShiftedBetaGeometricLikelihood : IAscentObjective
{
    private readonly double[] _lost;
    private readonly double[] _stayed;

    /// <param name="lost">Shape [renewals]; how many left at each.</param>
    /// <param name="stayed">Shape [renewals]; how many stayed at each.</param>
    /// <param name="customers">How many there were in all.</param>
    internal ShiftedBetaGeometricLikelihood(double[] lost, double[] stayed, double customers)
    {
        _lost = lost;
        _stayed = stayed;
        Weight = customers;
    }

    public int Count => 2;

    public double Weight { get; }

    /// <summary>Gets a value indicating whether nobody left, or nobody was asked: the likelihood then rises to 1 as alpha goes to 0, at any beta.</summary>
    internal bool NobodyLeft => Array.TrueForAll(_lost, left => left == 0);

    /// <summary>Gets a place to begin: the chance to leave at the first renewal, as different between customers as a uniform one.</summary>
    internal double[] Start()
    {
        double asked = _lost.Length == 0 ? 0 : _lost[0] + _stayed[0];
        double churn = asked > 0 ? Math.Clamp(_lost[0] / asked, 0.05, 0.95) : 0.5;
        return [Math.Log(churn), Math.Log(1 - churn)];
    }

    public double Evaluate(ReadOnlySpan<double> parameters, Span<double> gradient, Span<double> information)
    {
        double alpha = Math.Exp(parameters[0]);
        double beta = Math.Exp(parameters[1]);
        double value = 0;
        (double byAlpha, double byBeta, double alphaAlpha, double alphaBeta, double betaBeta) = (0, 0, 0, 0, 0);
        for (int i = 0; i < _lost.Length; i++)
        {
            double kept = beta + i;
            double all = alpha + beta + i;
            double asked = _lost[i] + _stayed[i];
            value += (_lost[i] > 0 ? _lost[i] * Math.Log(alpha / all) : 0) - (_stayed[i] > 0 ? _stayed[i] * NearZero.LogOnePlus(alpha / kept) : 0);
            byAlpha += _lost[i] - asked * (alpha / all);
            byBeta += _stayed[i] * (beta / kept) - asked * (beta / all);
            double square = asked / all / all;
            alphaAlpha -= alpha * alpha * square;
            alphaBeta -= alpha * beta * square;
            betaBeta += _stayed[i] * (beta / kept) * (beta / kept) - beta * beta * square;
            alphaAlpha += asked * (alpha / all);
            betaBeta -= _stayed[i] * (beta / kept) - asked * (beta / all);
        }

        gradient[0] = byAlpha;
        gradient[1] = byBeta;
        information[0] = alphaAlpha;
        information[1] = information[2] = alphaBeta;
        information[3] = betaBeta;
        return value;
    }
}
