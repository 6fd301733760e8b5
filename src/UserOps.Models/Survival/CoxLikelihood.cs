namespace UserOps.Models.Survival;

/// <summary>The logarithm of Cox's partial likelihood with Breslow's or Efron's rule for ties, less the penalty, over centered columns.</summary>
/// <remarks>D. R. Cox, Journal of the Royal Statistical Society B 34, 1972, 187-220. O(rows covariates^2) a call; allocates nothing.</remarks>
internal sealed class CoxLikelihood(CoxRows rows, CoxTies ties, double penalty) : IAscentObjective
{
    private readonly CoxRiskWalk _walk = new(rows);
    private readonly double[] _residual = new double[rows.Width];

    /// <inheritdoc/>
    public int Count => rows.Width;

    /// <inheritdoc/>
    public double Weight => rows.DeathWeight;

    /// <inheritdoc/>
    public double Evaluate(ReadOnlySpan<double> parameters, Span<double> gradient, Span<double> information)
    {
        gradient.Clear();
        information.Clear();
        if (!_walk.Start(parameters))
        {
            return double.NaN;
        }

        double value = 0;
        while (_walk.MoveNext())
        {
            CoxTieTerms terms = CoxTieTerms.Of(ties, _walk);
            value += _walk.EndedScore - terms.LogRisk;
            CoxKernels.Residual(rows, _walk, terms, _residual);
            for (int k = 0; k < _residual.Length; k++)
            {
                gradient[k] += _residual[k];
            }

            CoxKernels.AddVariance(_walk, terms, 1, information);
        }

        SymmetricKernels.Mirror(information, Count);
        return value - CoxPenalty.Subtract(rows.Covariates.Deviations, penalty, parameters, gradient, information);
    }
}
