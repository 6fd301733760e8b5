using System.Collections.Immutable;

namespace UserOps.Models.Survival;

/// <summary>Fits a Cox regression whose options were checked, and writes down what it learned in the units of the caller.</summary>
internal sealed class CoxFit
{
    private readonly CoxOptions _options;
    private readonly SurvivalTable _table;
    private readonly int[] _covariates;
    private readonly CoxRows _rows;
    private readonly AscentResult _found;

    private CoxFit(SurvivalTable table, CoxOptions options, CancellationToken cancellationToken)
    {
        _options = options;
        _table = table;
        _covariates = RegressionRules.IndicesOf(options.Covariates, table);
        _rows = CoxRows.Of(table, _covariates);
        IAscentObjective likelihood = options.Ties == CoxTies.Exact
            ? new CoxExactLikelihood(_rows, options.Penalty)
            : new CoxLikelihood(_rows, options.Ties, options.Penalty);
        _found = NewtonAscent.Maximize(
            likelihood, new double[_covariates.Length], options.Tolerance, options.MaximumIterations, cancellationToken: cancellationToken);
    }

    private ReadOnlySpan<double> Deviations => _rows.Covariates.Deviations;

    internal static CoxParameters Run(SurvivalTable table, CoxOptions options, CancellationToken cancellationToken)
        => new CoxFit(table, options, cancellationToken).Parameters();

    /// <summary>Computes the baselines of a fit: the logarithm of the cumulative hazard, summed from the first event time on.</summary>
    internal static ImmutableArray<CoxBaseline> BaselinesOf(CoxRows rows, ReadOnlySpan<double> coefficients, CoxTies ties, SurvivalLabels? strata)
    {
        var walk = new CoxRiskWalk(rows);
        walk.Start(coefficients);
        var steps = new List<(int Stratum, double Time, double LogStep)>();
        while (walk.MoveNext())
        {
            steps.Add((walk.At.Stratum, walk.At.Time, Math.Log(CoxTieTerms.Of(ties, walk).Hazard) - walk.Reference));
        }

        return
        [
            .. from step in steps
               group step by step.Stratum into ofStratum
               select new CoxBaseline
               {
                   Stratum = strata?.Labels[ofStratum.Key],
                   Times = [.. ofStratum.Reverse().Select(step => step.Time)],
                   LogCumulativeHazards = LogSums(ofStratum.Reverse().Select(step => step.LogStep)),
               },
        ];
    }

    /// <summary>Gives the logarithm of each running sum of terms that are given as logarithms.</summary>
    /// <remarks>The sum is kept relative to the largest term, which may be beyond what a double holds, as may those before it.</remarks>
    private static ImmutableArray<double> LogSums(IEnumerable<double> logTerms)
    {
        double sum = 0;
        double largest = double.NegativeInfinity;
        var sums = ImmutableArray.CreateBuilder<double>();
        foreach (double term in logTerms)
        {
            if (term > largest)
            {
                sum *= Math.Exp(largest - term);
                largest = term;
            }

            sum += Math.Exp(term - largest);
            sums.Add(Math.Max(sums.Count > 0 ? sums[^1] : double.NegativeInfinity, largest + Math.Log(sum))); // a sum never falls, nor by rounding
        }

        return sums.DrainToImmutable();
    }

    private CoxParameters Parameters()
    {
        bool isPenalized = _options.Penalty > 0;
        int freedom = _found.Searched.Length;
        double value = _found.Value + Penalty(_found.Parameters);
        CoxTest? TestOf(double statistic) => isPenalized || freedom == 0 ? null : new(Math.Max(0, statistic), freedom);
        return new()
        {
            Version = CoxDefaults.Version,
            Options = _options,
            Status = RegressionRules.StatusOf(_found),
            Covariates = [.. _covariates.Select(CovariateAt)],
            Covariance = Covariance(),
            LogLikelihoodNull = _found.StartValue,
            LogLikelihood = value,
            LikelihoodRatio = TestOf(2 * (value - _found.StartValue)),
            Score = TestOf(_found.StartScore),
            Wald = _found.IsComplete ? TestOf(Wald()) : null,
            Concordance = Concordance(),
            Baselines = _found.IsComplete ? BaselinesOf(_rows, _found.Parameters, _options.Ties, _table.Strata) : [],
        };
    }

    private CoxCovariate CovariateAt(int index, int place) => new()
    {
        Name = _table.CovariateNames[index],
        Center = _rows.Covariates.Means[place],
        Coefficient = _found.IsIdentified(place) ? _found.Parameters[place] / Deviations[place] : null,
    };

    private ImmutableArray<double> Covariance()
    {
        int count = _covariates.Length;
        var covariance = ImmutableArray.CreateBuilder<double>(count * count);
        for (int i = 0; i < count; i++)
        {
            for (int j = 0; j < count; j++)
            {
                covariance.Add(_found.IsIdentified(i) && _found.IsIdentified(j) ? _found.Covariance[i * count + j] / Deviations[i] / Deviations[j] : 0);
            }
        }

        return covariance.MoveToImmutable();
    }

    private double Penalty(double[] parameters)
        => CoxPenalty.Subtract(Deviations, _options.Penalty, parameters, new double[parameters.Length], new double[parameters.Length * parameters.Length]);

    private double Wald()
    {
        double[] factor = [.. _found.Covariance];
        double[] solved = [.. _found.Parameters];

        // Scaled to a diagonal of 1, as the factorization expects it.
        int count = solved.Length;
        double[] errors = [.. Enumerable.Range(0, count).Select(i => Math.Sqrt(factor[i * count + i]))];
        for (int i = 0; i < factor.Length; i++)
        {
            factor[i] /= errors[i / count] * errors[i % count];
        }

        double[] standardized = [.. solved.Zip(errors, (estimate, error) => estimate / error)];
        standardized.CopyTo(solved, 0);
        SymmetricKernels.Factor(factor, count, double.Epsilon);
        SymmetricKernels.Solve(factor, solved);
        return SymmetricKernels.Dot(standardized, solved);
    }

    private CoxConcordance Concordance()
    {
        var scores = new double[_rows.Count];
        _rows.Scores(_found.Parameters, scores);
        return CoxConcordanceKernels.Count(_rows, scores);
    }
}
