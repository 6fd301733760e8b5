namespace UserOps.Models.Survival;

/// <summary>The log-likelihood of ln T = x b + scale W, right censored and, where asked, given that each row lasted until its entry.</summary>
/// <remarks>
/// In a = b / scale and g = 1 / scale, z = g ln T - x a is linear; since the densities of all families are log-concave, so is the likelihood without entries,
/// and Newton's method finds its maximum from anywhere. J. Burridge, Journal of the Royal Statistical Society B 43, 1981, 41-45. Parameters: intercept,
/// covariates, then g unless the family fixes it; in units of centered columns.
/// </remarks>
internal sealed class AftLikelihood : IAscentObjective
{
    private readonly AftRows _rows;
    private readonly LifetimeFamily _family;
    private readonly bool _withEntries;
    private readonly int _locations; // intercept and covariates
    private readonly double[] _row;
    private readonly double[] _scores;

    internal AftLikelihood(AftRows rows, LifetimeFamily family, bool withEntries)
    {
        _rows = rows;
        _family = family;
        _withEntries = withEntries;
        _locations = 1 + rows.Covariates.Means.Length;
        _row = new double[Count];
        _scores = new double[rows.Count];
    }

    /// <inheritdoc/>
    public int Count => _locations + (HasScale ? 1 : 0);

    /// <inheritdoc/>
    public double Weight => _rows.TotalWeight;

    private bool HasScale => _family != LifetimeFamily.Exponential;

    /// <summary>Gets a place to start from: every covariate without effect, and a scale of the size of the spread of ln T.</summary>
    internal double[] Start()
    {
        var start = new double[Count];
        if (HasScale)
        {
            start[^1] = 1;
        }

        return start;
    }

    /// <inheritdoc/>
    public double Evaluate(ReadOnlySpan<double> parameters, Span<double> gradient, Span<double> information)
    {
        gradient.Clear();
        information.Clear();
        double steepness = HasScale ? parameters[^1] : _rows.DeviationLog; // an exponential has the scale 1 in the caller's units
        if (!(steepness > 0))
        {
            return double.NaN;
        }

        Scores(parameters);
        double value = _rows.EventWeight * Math.Log(steepness / _rows.DeviationLog) - _rows.LogTimesOfEvents;
        for (int row = 0; row < _rows.Count; row++)
        {
            value += AddRow(row, steepness, gradient, information);
        }

        if (HasScale)
        {
            gradient[^1] += _rows.EventWeight / steepness;
            information[^1] += _rows.EventWeight / steepness / steepness;
        }

        SymmetricKernels.Mirror(information, Count);
        return value;
    }

    private void Scores(ReadOnlySpan<double> parameters)
    {
        ReadOnlySpan<double> coefficients = parameters[1.._locations];
        for (int row = 0; row < _scores.Length; row++)
        {
            _scores[row] = parameters[0] + SymmetricKernels.Dot(_rows.Covariates[row], coefficients);
        }
    }

    private double AddRow(int row, double steepness, Span<double> gradient, Span<double> information)
    {
        _row[0] = -1;
        ReadOnlySpan<double> covariates = _rows.Covariates[row];
        for (int k = 0; k < covariates.Length; k++)
        {
            _row[k + 1] = -covariates[k];
        }

        double weight = _rows.WeightAt(row);
        double z = steepness * _rows.LogTimes[row] - _scores[row];
        Curve curve = _rows.Events[row] ? StandardLifetime.LogDensity(_family, z) : StandardLifetime.LogSurvival(_family, z);
        double value = Add(weight, curve, _rows.LogTimes[row], gradient, information);
        if (_withEntries && _rows.LogEntries[row] > double.NegativeInfinity)
        {
            double entry = _rows.LogEntries[row];
            value += Add(-weight, StandardLifetime.LogSurvival(_family, steepness * entry - _scores[row]), entry, gradient, information);
        }

        return value;
    }

    /// <summary>Adds a function of z = g y - x a, with y the logarithm of a time.</summary>
    private double Add(double weight, Curve curve, double logTime, Span<double> gradient, Span<double> information)
    {
        if (HasScale)
        {
            _row[^1] = logTime;
        }

        for (int k = 0; k < _row.Length; k++)
        {
            gradient[k] += weight * curve.Slope * _row[k];
            double bend = weight * curve.Bend * _row[k];
            for (int m = 0; m <= k; m++)
            {
                information[k * _row.Length + m] -= bend * _row[m];
            }
        }

        return weight * curve.Value;
    }
}
