using System.Collections.Immutable;

namespace UserOps.Models.Retention;

/// <summary>Averages cohorts, column by column, over those that are complete.</summary>
internal static class MeanCurves
{
    internal static ImmutableArray<RetentionMean> Of(RetentionSummary summary, ImmutableArray<RetentionCohort> cohorts)
    {
        int columns = summary.Cohorts[0].Retained.Length;
        if (cohorts.IsDefault || cohorts.Any(cohort => cohort.Retained.Length != columns))
        {
            throw new ArgumentException($"A mean curve needs cohorts of {columns} columns, as the summary has them.", nameof(cohorts));
        }

        return [.. Enumerable.Range(0, columns).Select(column
            => Of(column, [.. cohorts.Where(cohort => summary.IsComplete(cohort, column))]))];
    }

    private static RetentionMean Of(int column, ImmutableArray<RetentionCohort> complete)
    {
        double[] rates = [.. complete.Where(cohort => cohort.Size > 0).Select(cohort => (double)cohort.Retained[column]!.Value / cohort.Size)];
        return new(
            column,
            complete.Length,
            new Ratio(complete.Sum(cohort => cohort.Retained[column]!.Value), complete.Sum(cohort => cohort.Size)),
            rates.Length > 0 ? rates.Average() : complete.IsEmpty ? UndefinedReason.NotYetObservable : UndefinedReason.EmptyPopulation);
    }
}
