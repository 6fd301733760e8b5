namespace UserOps.Models.Survival;

/// <summary>The logarithm of Cox's partial likelihood for time in steps: of every set as large as the one that ended, the chance that it was that one.</summary>
/// <remarks>
/// The sum over all sets is an elementary symmetric function; it and its derivatives come from one recursion over who is at risk. M. Gail, J. Lubin,
/// L. Rubinstein, Biometrika 68, 1981, 703-707. O(at risk x events x covariates^2) for each time with several events.
/// </remarks>
internal sealed class CoxExactLikelihood(CoxRows rows, double penalty) : IAscentObjective
{
    private readonly CoxRiskWalk _walk = new(rows);
    private readonly CoxSubsetSums _sums = new(rows.Width, rows.EventTimes.Length == 0 ? 0 : rows.EventTimes.Max(time => time.Ended));
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
            value += _walk.At.Ended == 1 ? AddSingle(gradient, information) : AddTied(gradient, information);
        }

        SymmetricKernels.Mirror(information, Count);
        return value - CoxPenalty.Subtract(rows.Covariates.Deviations, penalty, parameters, gradient, information);
    }

    private double AddSingle(Span<double> gradient, Span<double> information)
    {
        CoxTieTerms terms = CoxTieTerms.Of(CoxTies.Breslow, _walk);
        CoxKernels.Residual(rows, _walk, terms, _residual);
        for (int k = 0; k < _residual.Length; k++)
        {
            gradient[k] += _residual[k];
        }

        CoxKernels.AddVariance(_walk, terms, 1, information);
        return _walk.EndedScore - terms.LogRisk;
    }

    private double AddTied(Span<double> gradient, Span<double> information)
    {
        CoxEventTime at = _walk.At;
        // In this unit the risks of all sum to the number of events, and the sum over sets to at most e to that power.
        double unit = _walk.AtRisk.Risk / at.Ended;
        _sums.Clear(at.Ended);
        for (int place = at.First; place < at.End; place++)
        {
            if (rows.Entries.Length == 0 || rows.Entries[place] < at.Time)
            {
                _sums.Add(_walk.RiskAt(place) / unit, rows.Covariates[place]);
            }
        }

        for (int place = at.FirstEnded; place < at.End; place++)
        {
            ReadOnlySpan<double> row = rows.Covariates[place];
            for (int k = 0; k < row.Length; k++)
            {
                gradient[k] += row[k];
            }
        }

        _sums.AddTo(gradient, information);
        return _walk.EndedScore - Math.Log(_sums.Total) - at.Ended * Math.Log(unit);
    }
}
