using System.Collections.Immutable;

namespace UserOps.Models.Lifecycle;

/// <content>The same question at many instants.</content>
public sealed partial class LifecycleModel
{
    /// <summary>Places every user of a dataset at each of several instants.</summary>
    /// <param name="data">Whose tables hold the fields of the rules. Attributes are seen as they are now, at every instant.</param>
    /// <param name="context">The zone, the first day of the week, and the last instant of which anything is known.</param>
    /// <param name="instants">Strictly ascending, none after the context's; up to 1,000. See <see cref="LifecycleGrid.PeriodEnds"/>.</param>
    /// <param name="run">Progress and threads; null for the defaults.</param>
    /// <param name="cancellationToken">Looked at once per block of users.</param>
    /// <returns>The stage of every user at every instant, one byte each; the same for any number of threads.</returns>
    /// <exception cref="ArgumentNullException">The dataset, the context or the list is null.</exception>
    /// <exception cref="ArgumentException">The instants do not ascend, one lies after the context's, or there are too many.</exception>
    /// <exception cref="InvalidDefinitionException">A field is absent, of another kind or in another currency; every fault is in <c>Issues</c>.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public LifecycleHistory EvaluateHistory(
        UserOpsDataset data, EvaluationContext context, IReadOnlyList<DateTimeOffset> instants, RunOptions? run = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(instants);
        ImmutableArray<DateTimeOffset> grid = [.. instants];
        RequireGrid(grid, context);
        InvalidDefinitionException.ThrowIfAny(LifecycleRules.CheckColumns(Definition, data));
        var staged = new StagedUsers[grid.Length];
        run ??= new RunOptions();
        for (int point = 0; point < grid.Length; point++)
        {
            staged[point] = LifecycleEvaluation.Of(Plan, data, context with { AsOf = grid[point] }, run with { Progress = null }, cancellationToken);
            run.Progress?.Report((point + 1.0) / grid.Length);
        }

        if (grid.IsEmpty)
        {
            run.Progress?.Report(1);
        }

        return new(this, data, context, grid, staged);
    }

    private static void RequireGrid(ImmutableArray<DateTimeOffset> instants, EvaluationContext context)
    {
        if (instants.Length > LifecycleDefaults.MaximumInstants)
        {
            throw new ArgumentException(FormattableString.Invariant($"A history has at most {LifecycleDefaults.MaximumInstants} instants, not {instants.Length}."), nameof(instants));
        }

        for (int i = 1; i < instants.Length; i++)
        {
            if (instants[i] <= instants[i - 1])
            {
                throw new ArgumentException(FormattableString.Invariant($"Instant {i} is not later than instant {i - 1}; a history goes forward."), nameof(instants));
            }
        }

        if (!instants.IsEmpty && instants[^1] > context.AsOf)
        {
            throw new ArgumentException(FormattableString.Invariant($"The last instant, {instants[^1]:O}, lies after 'as of', {context.AsOf:O}."), nameof(instants));
        }
    }
}
