using System.Collections.Immutable;

namespace UserOps.Models.Retention;

/// <summary>A definition compiled against one dataset: names to codes, tests to row masks, and a way through the users that fits.</summary>
internal abstract class RetentionPlan
{
    private protected RetentionPlan(RetentionGrid grid, UserOpsDataset data, RunOptions? run, CancellationToken cancellationToken)
    {
        Grid = grid;
        Data = data;
        Events = new(grid.Definition, data, grid.Context, run, cancellationToken);
    }

    internal RetentionGrid Grid { get; }

    internal UserOpsDataset Data { get; }

    /// <summary>Gets what each event is to the definition.</summary>
    internal RetentionEvents Events { get; }

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
    internal virtual RetentionTally Count(RunOptions? run, CancellationToken cancellationToken)
        => UserRange.Sum(Offsets, run, () => new RetentionTally(Grid.Cohorts, Grid.Columns), Walk, (all, tally) => all.Add(tally), cancellationToken);

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
