using System.Collections.Immutable;

namespace UserOps.Models.Retention;

/// <summary>One pass over one dataset.</summary>
internal sealed class RetentionEvaluation
{
    private RetentionEvaluation(RetentionPlan plan, RetentionSummary summary)
    {
        Plan = plan;
        Summary = summary;
    }

    internal RetentionPlan Plan { get; }

    internal RetentionSummary Summary { get; }

    internal static RetentionEvaluation Of(RetentionGrid grid, UserOpsDataset data, RunOptions? run, CancellationToken cancellationToken)
    {
        RetentionPlan plan = RetentionPlan.Of(grid, data, run, cancellationToken);
        return new(plan, SummaryOf(plan, plan.Count(run, cancellationToken)));
    }

    private static RetentionSummary SummaryOf(RetentionPlan plan, RetentionTally tally) => new()
    {
        Definition = plan.Grid.Definition,
        Context = plan.Grid.Context,
        Cohorts = RowsOf(plan.Grid, tally.All),
        Breakdown =
        [
            .. tally.ByValue
                .Select(row => new RetentionBreakdownRow { Value = plan.Values[row.Key], Cohorts = RowsOf(plan.Grid, row.Value) })
                .OrderBy(row => row.Value, StringComparer.Ordinal),
        ],
        EventsAfterAsOf = plan.Data.Events.CountAfter(plan.Grid.Context.AsOf.UtcTicks),
        UnknownEvents = plan.Events.UnknownNames,
    };

    private static ImmutableArray<RetentionCohort> RowsOf(RetentionGrid grid, GridCounts counts)
        => [.. Enumerable.Range(0, grid.Cohorts).Select(cohort => new RetentionCohort
        {
            Start = grid.Periods[cohort].Start,
            FirstDay = grid.Periods[cohort].FirstDay,
            Size = counts.Sizes[cohort],
            Retained = [.. Enumerable.Range(0, grid.Columns).Select(column
                => grid.IsObservable(cohort, column) ? counts.Cells[cohort * grid.Columns + column] : (long?)null)],
        })];
}
