using System.Collections.Immutable;

namespace UserOps.Models.Funnels;

public sealed partial record FunnelSummary
{
    /// <summary>Joins the summaries of two sets of users who have nobody in common, such as two shards.</summary>
    /// <param name="a">One summary.</param>
    /// <param name="b">The other, of the same definition and context.</param>
    /// <returns>What one evaluation over all of them gives. Medians and quantiles are no sums: they stay with each result.</returns>
    /// <exception cref="ArgumentException">
    /// The definitions or the contexts differ, or the units are not users: a group may lie in both, and would be counted twice.
    /// </exception>
    public static FunnelSummary Merge(FunnelSummary a, FunnelSummary b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        RequireMergeable(a, b);
        ImmutableArray<long> counts = Sum(a.Counts(), b.Counts());
        return new FunnelSummary
        {
            Definition = a.Definition,
            Context = a.Context,
            Steps = StepsOf(a.Definition, counts),
            Removed = a.Removed + b.Removed,
            Totals = Sum(a.Totals, b.Totals),
            Breakdown = MergeRows(a.Breakdown, b.Breakdown),
            EnteredWithoutRow = a.EnteredWithoutRow + b.EnteredWithoutRow,
            Trend = MergeDays(a.Trend, b.Trend),
            EventsAfterAsOf = a.EventsAfterAsOf + b.EventsAfterAsOf,
            UnknownEvents = [.. a.UnknownEvents.Where(name => b.UnknownEvents.Contains(name, StringComparer.Ordinal))],
        };
    }

    /// <summary>Makes the steps of a summary from the units of each step.</summary>
    internal static ImmutableArray<FunnelStepResult> StepsOf(FunnelDefinition definition, ImmutableArray<long> counts)
    {
        var steps = ImmutableArray.CreateBuilder<FunnelStepResult>(counts.Length);
        long needed = counts[0];
        for (int step = 0; step < counts.Length; step++)
        {
            steps.Add(new FunnelStepResult
            {
                Name = StepNames.Of(definition, step),
                Entered = needed,
                Completed = counts[step],
                Previous = step == 0 ? null : counts[step - 1],
                First = counts[0],
                IsOptional = definition.Steps[step].Optional,
            });
            needed = definition.Steps[step].Optional ? needed : counts[step];
        }

        return steps.MoveToImmutable();
    }

    private static void RequireMergeable(FunnelSummary a, FunnelSummary b)
    {
        if (a.Definition != b.Definition)
        {
            throw new ArgumentException("The summaries answer different definitions; they cannot be added up.", nameof(b));
        }

        if (a.Context != b.Context)
        {
            throw new ArgumentException("The summaries have different contexts (as of, zone, first day of the week); they cannot be added up.", nameof(b));
        }

        if (a.Definition.Unit is { } unit)
        {
            throw new ArgumentException($"The summaries count values of '{unit.Name}', and one value may lie in both; they cannot be added up.", nameof(a));
        }
    }

    private ImmutableArray<long> Counts() => [.. Steps.Select(step => step.Completed)];

    private static ImmutableArray<long> Sum(ImmutableArray<long> a, ImmutableArray<long> b) => [.. a.Zip(b, (x, y) => x + y)];

    private static ImmutableArray<FunnelBreakdownRow> MergeRows(ImmutableArray<FunnelBreakdownRow> a, ImmutableArray<FunnelBreakdownRow> b)
        => [.. a.Concat(b)
            .GroupBy(row => row.Value, StringComparer.Ordinal)
            .OrderBy(rows => rows.Key, StringComparer.Ordinal)
            .Select(rows => new FunnelBreakdownRow(rows.Key, rows.Select(row => row.Counts).Aggregate(Sum)))];

    private static ImmutableArray<FunnelTrendDay> MergeDays(ImmutableArray<FunnelTrendDay> a, ImmutableArray<FunnelTrendDay> b)
        => [.. a.Concat(b)
            .GroupBy(day => day.Date)
            .OrderBy(days => days.Key)
            .Select(days => days.Aggregate((x, y) => x with { Entered = x.Entered + y.Entered, Converted = x.Converted + y.Converted }))];
}
