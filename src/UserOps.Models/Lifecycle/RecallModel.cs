namespace UserOps.Models.Lifecycle;

/// <summary>Recall (召回, win-back): how many of the targeted users came back in time, and how many would have come anyway.</summary>
/// <remarks>Checked when built; immutable, shared freely between threads.</remarks>
public sealed class RecallModel
{
    /// <summary>Initializes a new instance of the <see cref="RecallModel"/> class.</summary>
    /// <param name="definition">What is asked.</param>
    /// <exception cref="ArgumentNullException">The definition is null.</exception>
    /// <exception cref="InvalidDefinitionException">The definition cannot be; every fault is in <c>Issues</c>.</exception>
    public RecallModel(RecallDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        InvalidDefinitionException.ThrowIfAny(RecallRules.Check(definition));
        Definition = definition;
    }

    /// <summary>Gets what is asked.</summary>
    public RecallDefinition Definition { get; }

    /// <summary>Measures one campaign.</summary>
    /// <param name="data">Users and their events.</param>
    /// <param name="context">The last visible instant; while the window is not over there are counts so far and no rates.</param>
    /// <param name="targeted">The users who were targeted; of this dataset, or of one it grew out of.</param>
    /// <param name="targetedAt">The instant at which they were; events up to it, included, are no return.</param>
    /// <param name="holdout">Users who could have been targeted and were left alone, split off by chance; nobody of them is in <paramref name="targeted"/>. Null for none.</param>
    /// <param name="run">Threads and progress; null for all cores and nobody to tell.</param>
    /// <param name="cancellationToken">Looked at once per block of users.</param>
    /// <returns>Counts, rates and sets; where nobody was targeted there is no rate.</returns>
    /// <exception cref="ArgumentNullException">The data, the context or the targeted users are null.</exception>
    /// <exception cref="ArgumentException">A set is of users of another dataset, or a user is both targeted and held out.</exception>
    /// <exception cref="InvalidDefinitionException">A column the definition names is absent or of another kind.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public RecallResult Evaluate(
        UserOpsDataset data,
        EvaluationContext context,
        UserSet targeted,
        DateTimeOffset targetedAt,
        UserSet? holdout = null,
        RunOptions? run = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(targeted);
        RecallRules.RequireGroups(data, targeted, holdout);
        var plan = new RecallPlan(Definition, data, context, targeted, targetedAt, holdout, run, cancellationToken);
        UserSet back = BackOf(plan, holdout is null ? targeted : targeted.Union(holdout), run, cancellationToken);
        return new(SummaryOf(plan, back), new RecallUsers(plan, back));
    }

    private static UserSet BackOf(RecallPlan plan, UserSet asked, RunOptions? run, CancellationToken cancellationToken)
    {
        List<int>[] back = UserRange.Each(plan.Data.Events.Offsets, run, range => BackIn(range, plan, asked), cancellationToken);
        var words = new ulong[BitKernels.WordsFor(plan.Data.Directory.Count)];
        foreach (int user in back.SelectMany(part => part))
        {
            words[user >> 6] |= 1UL << user;
        }

        return new(plan.Data.Directory, words);
    }

    private static List<int> BackIn(UserRange range, RecallPlan plan, UserSet asked)
    {
        var back = new List<int>();
        for (int user = range.From; user < range.To; user++)
        {
            if (asked.Contains(user) && plan.IsBack(user))
            {
                back.Add(user);
            }
        }

        return back;
    }

    private static RecallSummary SummaryOf(RecallPlan plan, UserSet back) => new()
    {
        Definition = plan.Definition,
        Context = plan.Context,
        TargetedAt = plan.TargetedAt,
        TargetedSoFar = ShareOf(plan.Targeted, back),
        HoldoutSoFar = plan.Holdout is { } holdout ? ShareOf(holdout, back) : null,
        UnknownEvents = [.. plan.Returns.UnknownNames.Order(StringComparer.Ordinal)],
    };

    private static Ratio ShareOf(UserSet group, UserSet back) => new(group.Intersect(back).Count, group.Count);
}
