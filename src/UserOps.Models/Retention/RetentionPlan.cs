using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace UserOps.Models.Retention;

/// <summary>A definition compiled against one dataset: names to codes, tests to row masks, and a way through the users that fits.</summary>
internal abstract class RetentionPlan
{
    private protected RetentionPlan(RetentionGrid grid, UserOpsDataset data)
    {
        Grid = grid;
        Data = data;
    }

    internal RetentionGrid Grid { get; }

    internal UserOpsDataset Data { get; }

    /// <summary>Gets the texts of the breakdown, by code; empty without one.</summary>
    internal virtual ImmutableArray<string> Values => [];

    /// <summary>Gets where each user's work starts, for cutting users into ranges: shape [users + 1].</summary>
    internal abstract ReadOnlySpan<int> Offsets { get; }

    /// <summary>Compiles a definition.</summary>
    /// <exception cref="InvalidDefinitionException">A column the definition names is absent or of another kind; every such fault is listed.</exception>
    internal static RetentionPlan Of(RetentionGrid grid, UserOpsDataset data, RunOptions? run, CancellationToken cancellationToken)
    {
        EventCategory? breakdown = RequireColumns(grid.Definition, data);
        return DayPlan.Answers(grid.Definition)
            ? new DayPlan(grid, data, run, cancellationToken)
            : new InstantPlan(grid, data, breakdown, run, cancellationToken);
    }

    /// <summary>Tells a sink of every user of a range who is in a cohort.</summary>
    internal abstract void Walk(UserRange users, IRetentionSink sink);

    /// <summary>Counts all users.</summary>
    /// <remarks>One tally a thread, not one a range: a table can have a million cells. Counts are whole numbers, so their order shows nowhere.</remarks>
    internal virtual RetentionTally Count(RunOptions? run, CancellationToken cancellationToken)
    {
        var free = new ConcurrentBag<RetentionTally>();
        UserRange.Each(
            Offsets,
            run,
            range =>
            {
                RetentionTally tally = free.TryTake(out RetentionTally? used) ? used : new(Grid.Cohorts, Grid.Columns);
                Walk(range, tally);
                free.Add(tally);
                return range;
            },
            cancellationToken);
        var all = new RetentionTally(Grid.Cohorts, Grid.Columns);
        foreach (RetentionTally tally in free)
        {
            all.Add(tally);
        }

        return all;
    }

    private static EventCategory? RequireColumns(RetentionDefinition definition, UserOpsDataset data)
    {
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        EventFilterRules.CheckColumns(definition.Start, data, "/start", issues);
        EventFilterRules.CheckColumns(definition.Return, data, "/return", issues);
        EventCategory? breakdown = definition.Breakdown is { } property ? EventCategory.Find(data, property, "/breakdown", issues) : null;
        InvalidDefinitionException.ThrowIfAny(issues.ToImmutable());
        return breakdown;
    }
}
