namespace UserOps.Models.Survival;

public sealed partial class CoxModel
{
    /// <summary>Gets the score of a row: the logarithm of its hazard relative to a row with every covariate at its center.</summary>
    /// <param name="covariates">In the order of the covariates; finite.</param>
    /// <exception cref="ArgumentException">There are more or fewer values than covariates, one is not finite, or they lead beyond all scores.</exception>
    /// <exception cref="InvalidOperationException">The fit did not converge.</exception>
    public double RiskScore(params ReadOnlySpan<double> covariates)
    {
        RequireConverged();
        if (covariates.Length != _coefficients.Length)
        {
            throw new ArgumentException($"There are {covariates.Length} values for {_coefficients.Length} covariates.", nameof(covariates));
        }

        double score = 0;
        for (int k = 0; k < covariates.Length; k++)
        {
            if (!double.IsFinite(covariates[k]))
            {
                throw new ArgumentException(FormattableString.Invariant($"The value of '{Parameters.Covariates[k].Name}' is {covariates[k]}; it is finite."), nameof(covariates));
            }

            score += (covariates[k] - _centers[k]) * _coefficients[k];
        }

        return double.IsFinite(score)
            ? score
            : throw new ArgumentException(FormattableString.Invariant($"The covariates lead to the score {score}, which no double holds."), nameof(covariates));
    }

    /// <summary>Gets the scores of all rows of a table; who has the highest is most at risk.</summary>
    /// <param name="table">Has the covariates by name; times and endings are not looked at.</param>
    /// <returns>Shape [rows].</returns>
    /// <exception cref="ArgumentNullException">The table is null.</exception>
    /// <exception cref="ArgumentException">The table lacks a covariate, or the covariates of a row lead beyond all scores.</exception>
    /// <exception cref="InvalidOperationException">The fit did not converge.</exception>
    public double[] RiskScores(SurvivalTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        RequireConverged();
        int[] indices = IndicesIn(table);
        var scores = new double[table.Count];
        for (int k = 0; k < indices.Length; k++)
        {
            ReadOnlySpan<double> column = table.Covariate(indices[k]);
            for (int row = 0; row < scores.Length; row++)
            {
                scores[row] += (column[row] - _centers[k]) * _coefficients[k];
            }
        }

        int beyond = Array.FindIndex(scores, score => !double.IsFinite(score));
        return beyond < 0
            ? scores
            : throw new ArgumentException(FormattableString.Invariant($"The covariates of row {beyond} lead to the score {scores[beyond]}, which no double holds."), nameof(table));
    }

    /// <summary>Gets the cumulative hazard of a row.</summary>
    /// <param name="time">Zero or more; after the last event of the stratum the hazard stays as it was, because nothing is known of it.</param>
    /// <param name="covariates">In the order of the covariates; finite.</param>
    /// <param name="stratum">The label of the stratum; null where there is one.</param>
    /// <returns>Zero or more, 0 before the first event; infinite only for covariates whose risk no double holds.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative or not a number.</exception>
    /// <exception cref="ArgumentException">The covariates do not fit, or the fit had no events in such a stratum.</exception>
    /// <exception cref="InvalidOperationException">The fit did not converge.</exception>
    public double CumulativeHazard(double time, ReadOnlySpan<double> covariates, string? stratum = null)
    {
        if (!(time >= 0))
        {
            throw new ArgumentOutOfRangeException(nameof(time), time, "A time is zero or more.");
        }

        double score = RiskScore(covariates);
        return Math.Exp(BaselineOf(stratum).LogAt(time) + score); // no risk, however large, makes an event before the first one
    }

    /// <summary>Gets the chance that a row lasts beyond a time: exp of minus its cumulative hazard.</summary>
    /// <inheritdoc cref="CumulativeHazard"/>
    /// <returns>0 to 1.</returns>
    public double Survival(double time, ReadOnlySpan<double> covariates, string? stratum = null) => Math.Exp(-CumulativeHazard(time, covariates, stratum));

    /// <summary>Gets the first time a row's survival is at or below 1 - <paramref name="probability"/>; with 0.5 the median.</summary>
    /// <param name="probability">Above 0 and below 1.</param>
    /// <param name="covariates">In the order of the covariates; finite.</param>
    /// <param name="stratum">The label of the stratum; null where there is one.</param>
    /// <returns><see cref="UndefinedReason.NotYetObservable"/> where survival stays above it.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The probability is not between 0 and 1.</exception>
    /// <exception cref="ArgumentException">The covariates do not fit, or the fit had no events in such a stratum.</exception>
    /// <exception cref="InvalidOperationException">The fit did not converge.</exception>
    public Measure<double> Quantile(double probability, ReadOnlySpan<double> covariates, string? stratum = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(probability, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(probability, 1);
        double score = RiskScore(covariates);
        CoxBaseline baseline = BaselineOf(stratum);
        double limit = 1 - probability;
        for (int i = 0; i < baseline.Times.Length; i++)
        {
            if (Math.Exp(-Math.Exp(baseline.LogCumulativeHazards[i] + score)) <= limit * (1 + SurvivalDefaults.ReachedWithin))
            {
                return baseline.Times[i];
            }
        }

        return UndefinedReason.NotYetObservable;
    }

    private CoxBaseline BaselineOf(string? stratum)
        => Parameters.Baselines.FirstOrDefault(baseline => baseline.Stratum == stratum)
            ?? throw new ArgumentException(stratum is null ? "The fit has strata; name one." : $"The fit has no events in a stratum '{stratum}'.", nameof(stratum));

    private int[] IndicesIn(SurvivalTable table) =>
    [
        .. Parameters.Covariates.Select(covariate => table.CovariateNames.IndexOf(covariate.Name) is >= 0 and var index
            ? index
            : throw new ArgumentException($"The table has no covariate '{covariate.Name}'.", nameof(table))),
    ];

    private void RequireConverged()
    {
        if (_coefficients.Length == 0)
        {
            throw new InvalidOperationException($"The fit ended with {Status}: there are no scores.");
        }
    }
}
