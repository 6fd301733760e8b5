using System.Collections.Immutable;

namespace UserOps.Models.Retention;

/// <summary>Puts two cohorts, or the mean curves of two tables, side by side, column by column: how far apart, how sure, and whether chance alone would do it.</summary>
/// <remarks>
/// The test takes the groups as independent: nobody should be in both, which recurring cohorts allow. Each column is tested by itself, so with
/// twenty columns one is "significant" at 5 % by chance.
/// </remarks>
public static class RetentionComparison
{
    /// <summary>Compares two cohorts of a table.</summary>
    /// <param name="summary">The table.</param>
    /// <param name="cohort">The place of the cohort of interest, from 0.</param>
    /// <param name="comparedWith">The place of the cohort it is compared with.</param>
    /// <param name="level">The confidence level of each column by itself, strictly between 0 and 1.</param>
    /// <returns>
    /// One comparison a column; <see cref="UndefinedReason.NotYetObservable"/> while the column is open in either cohort. With
    /// <see cref="RetentionRule.OnOrAfter"/> every column is open until the last one is over: the older cohort has had more time to come back.
    /// </returns>
    /// <exception cref="ArgumentNullException">The summary is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such cohort, or the level is not strictly between 0 and 1.</exception>
    public static ImmutableArray<Measure<ProportionComparison>> OfCohorts(
        RetentionSummary summary, int cohort, int comparedWith, double level = NumericsDefaults.ConfidenceLevel)
    {
        ArgumentNullException.ThrowIfNull(summary);
        RequirePlace(cohort, summary, nameof(cohort));
        RequirePlace(comparedWith, summary, nameof(comparedWith));
        return Of(RatesOf(summary, cohort), RatesOf(summary, comparedWith), level, nameof(comparedWith));
    }

    /// <summary>Compares the mean curves of two tables, every user weighing the same.</summary>
    /// <param name="summary">The table of interest.</param>
    /// <param name="comparedWith">The table it is compared with, of as many columns.</param>
    /// <param name="level">The confidence level of each column by itself, strictly between 0 and 1.</param>
    /// <returns>One comparison a column, over the cohorts complete there in each table; <see cref="UndefinedReason.NotYetObservable"/> where one has none.</returns>
    /// <exception cref="ArgumentNullException">A summary is null.</exception>
    /// <exception cref="ArgumentException">The tables have different numbers of columns.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The level is not strictly between 0 and 1.</exception>
    public static ImmutableArray<Measure<ProportionComparison>> OfMeanCurves(
        RetentionSummary summary, RetentionSummary comparedWith, double level = NumericsDefaults.ConfidenceLevel)
    {
        ArgumentNullException.ThrowIfNull(summary);
        ArgumentNullException.ThrowIfNull(comparedWith);
        return Of([.. summary.MeanCurve.Select(RateOf)], [.. comparedWith.MeanCurve.Select(RateOf)], level, nameof(comparedWith));
    }

    private static ImmutableArray<Measure<ProportionComparison>> Of(
        ImmutableArray<Measure<Ratio>> rates, ImmutableArray<Measure<Ratio>> others, double level, string parameterName)
        => rates.Length == others.Length
            ? [.. rates.Zip(others, (rate, other) => Of(rate, other, level))]
            : throw new ArgumentException($"One has {rates.Length} columns, the other {others.Length}; only equal columns can be compared.", parameterName);

    private static Measure<ProportionComparison> Of(Measure<Ratio> rate, Measure<Ratio> other, double level)
        => (rate.Undefined ?? other.Undefined) is { } reason ? reason : ProportionComparison.Of(rate.Value!.Value, other.Value!.Value, level);

    private static ImmutableArray<Measure<Ratio>> RatesOf(RetentionSummary summary, int place)
    {
        RetentionCohort cohort = summary.Cohorts[place];
        return [.. Enumerable.Range(0, cohort.Retained.Length).Select(column
            => summary.IsComplete(cohort, column) ? cohort.RetentionRate(column) : UndefinedReason.NotYetObservable)];
    }

    private static void RequirePlace(int place, RetentionSummary summary, string parameterName)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(place, parameterName);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(place, summary.Cohorts.Length, parameterName);
    }

    private static Measure<Ratio> RateOf(RetentionMean mean) => mean.Cohorts == 0 ? UndefinedReason.NotYetObservable : mean.Weighted;
}
