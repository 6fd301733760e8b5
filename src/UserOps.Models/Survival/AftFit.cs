using System.Collections.Immutable;

namespace UserOps.Models.Survival;

/// <summary>Fits an accelerated failure time regression whose options were checked, and writes down what it learned in the units of the caller.</summary>
/// <remarks>The caller's parameters are the intercept, the coefficients and ln of the scale; those of the search are explained in <see cref="AftLikelihood"/>.</remarks>
internal sealed class AftFit
{
    private readonly AftOptions _options;
    private readonly SurvivalTable _table;
    private readonly int[] _covariates;
    private readonly AftRows _rows;
    private readonly AscentResult _found;
    private readonly double[] _slopes; // d caller / d search, shape [parameters, parameters]

    private AftFit(SurvivalTable table, AftOptions options, CancellationToken cancellationToken)
    {
        _options = options;
        _table = table;
        _covariates = RegressionRules.IndicesOf(options.Covariates, table);
        _rows = AftRows.Of(table, _covariates);
        _found = Search(cancellationToken);
        _slopes = Slopes();
    }

    private bool HasScale => _options.Family != LifetimeFamily.Exponential;

    private int Count => _found.Parameters.Length;

    private double Scale => HasScale ? _rows.DeviationLog / _found.Parameters[^1] : 1;

    internal static AftParameters Run(SurvivalTable table, AftOptions options, CancellationToken cancellationToken)
        => new AftFit(table, options, cancellationToken).Parameters();

    private AscentResult Search(CancellationToken cancellationToken)
    {
        var plain = new AftLikelihood(_rows, _options.Family, withEntries: false);
        AscentResult found = NewtonAscent.Maximize(plain, plain.Start(), _options.Tolerance, _options.MaximumIterations, cancellationToken: cancellationToken);
        if (_rows.LogEntries.Length == 0)
        {
            return found;
        }

        // Entries make the likelihood lose its one hill; the top of the hill without them is near its own.
        var late = new AftLikelihood(_rows, _options.Family, withEntries: true);
        return NewtonAscent.Maximize(late, found.Parameters, _options.Tolerance, _options.MaximumIterations, found, cancellationToken);
    }

    private double[] Slopes()
    {
        var slopes = new double[Count * Count];
        double scale = Scale;
        for (int k = 0; k <= _covariates.Length; k++)
        {
            double unit = k == 0 ? 1 : Deviation(k - 1);
            slopes[k * Count + k] = scale / unit;
            if (k > 0)
            {
                slopes[k] = -scale / unit * _rows.Covariates.Means[k - 1]; // of the intercept
            }
        }

        if (HasScale)
        {
            double steepness = _found.Parameters[^1];
            slopes[^1] = -1 / steepness;
            for (int k = 0; k <= _covariates.Length; k++)
            {
                slopes[k * Count + Count - 1] = -(k == 0 ? Intercept() - _rows.MeanLog : Coefficient(k - 1)) / steepness;
            }
        }

        return slopes;
    }

    private double Deviation(int covariate) => _rows.Covariates.Deviations[covariate] is > 0 and var deviation ? deviation : 1;

    private double Coefficient(int covariate) => Scale * _found.Parameters[covariate + 1] / Deviation(covariate);

    private double Intercept()
    {
        double value = _rows.MeanLog + Scale * _found.Parameters[0];
        for (int k = 0; k < _covariates.Length; k++)
        {
            value -= Coefficient(k) * _rows.Covariates.Means[k];
        }

        return value;
    }

    private AftParameters Parameters() => new()
    {
        Version = AftDefaults.Version,
        Options = _options,
        Status = RegressionRules.StatusOf(_found),
        Intercept = IsIdentified(0) ? Intercept() : null,
        Covariates = [.. _covariates.Select((index, k) => new AftCovariate { Name = _table.CovariateNames[index], Coefficient = IsIdentified(k + 1) ? Coefficient(k) : null })],
        Scale = !HasScale || IsIdentified(Count - 1) ? Scale : null,
        Covariance = Covariance(),
        LogLikelihood = _found.Value,
    };

    /// <summary>Says whether one of the caller's parameters is the same wherever one goes in the flat directions.</summary>
    /// <remarks>Without a scale nothing is: the likelihood then rises without end as the distribution shrinks to a point.</remarks>
    private bool IsIdentified(int parameter) => StandsStill(parameter) && (!HasScale || StandsStill(Count - 1));

    private bool StandsStill(int parameter) => Array.TrueForAll(_found.FlatDirections, direction =>
    {
        double sum = 0;
        double largest = 0;
        for (int k = 0; k < direction.Length; k++)
        {
            if (Math.Abs(direction[k]) > _found.Negligible)
            {
                double move = _slopes[parameter * Count + k] * direction[k] * (_found.Units[k] > 0 ? _found.Units[k] : 1);
                sum += move;
                largest = Math.Max(largest, Math.Abs(move));
            }
        }

        return Math.Abs(sum) <= _found.Negligible * largest;
    });

    private ImmutableArray<double> Covariance()
    {
        var covariance = new double[Count * Count];
        bool[] identified = [.. Enumerable.Range(0, Count).Select(IsIdentified)];
        for (int i = 0; i < covariance.Length; i++)
        {
            int row = i / Count;
            int column = i % Count;
            for (int k = 0; identified[row] && identified[column] && k < covariance.Length; k++)
            {
                covariance[i] += _slopes[row * Count + k / Count] * _found.Covariance[k] * _slopes[column * Count + k % Count];
            }
        }

        return [.. covariance];
    }
}
