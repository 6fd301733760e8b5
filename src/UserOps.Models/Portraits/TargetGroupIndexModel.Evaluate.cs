namespace UserOps.Models.Portraits;

public sealed partial class TargetGroupIndexModel
{
    /// <summary>Compares an audience with its base, value by value of a column.</summary>
    /// <param name="data">The dataset.</param>
    /// <param name="field">A category, flag or set column of the user table; numbers need labels first, see the other overload.</param>
    /// <param name="target">The audience; its members are the target, and its uncertain users are told beside.</param>
    /// <param name="baseUsers">The base, which holds all members; null for the universe of the audience.</param>
    /// <param name="run">Progress and threads; the table is the same for any of them.</param>
    /// <param name="cancellationToken">Looked at every 65,536 users.</param>
    /// <exception cref="ArgumentNullException">The dataset, the field or the audience is null.</exception>
    /// <exception cref="ArgumentException">The users belong to another dataset, or a member is outside the base.</exception>
    /// <exception cref="InvalidDefinitionException">There is no such column, or it is of a kind without values to list.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public TargetGroupTable Evaluate(
        UserOpsDataset data, Field field, Audience target, UserSet? baseUsers = null, RunOptions? run = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(target);
        return Evaluate(data, field, target.Members, baseUsers ?? target.Universe, run, cancellationToken) with { TargetUncertain = target.Uncertain.Count };
    }

    /// <summary>Compares users with their base, value by value of a column.</summary>
    /// <param name="data">The dataset.</param>
    /// <param name="field">A category, flag or set column of the user table; numbers need labels first, see the other overload.</param>
    /// <param name="target">The target.</param>
    /// <param name="baseUsers">The base, which holds all of the target.</param>
    /// <param name="run">Progress and threads; the table is the same for any of them.</param>
    /// <param name="cancellationToken">Looked at every 65,536 users.</param>
    /// <exception cref="ArgumentNullException">The dataset, the field or a set is null.</exception>
    /// <exception cref="ArgumentException">The users belong to another dataset, or somebody of the target is outside the base.</exception>
    /// <exception cref="InvalidDefinitionException">There is no such column, or it is of a kind without values to list.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public TargetGroupTable Evaluate(
        UserOpsDataset data, Field field, UserSet target, UserSet baseUsers, RunOptions? run = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(field);
        return Evaluate(LabelSource.Of(data, field), data.Directory, target, baseUsers, run, cancellationToken);
    }

    /// <summary>Compares users with their base, label by label of a list the caller has: bins of a number, values of a tag, clusters.</summary>
    /// <param name="name">What the labels are called; not empty.</param>
    /// <param name="labels">One label per user of the directory of <paramref name="baseUsers"/>, by ordinal; null for a user without one.</param>
    /// <param name="target">The target.</param>
    /// <param name="baseUsers">The base, which holds all of the target.</param>
    /// <param name="run">Progress and threads; the table is the same for any of them.</param>
    /// <param name="cancellationToken">Looked at every 65,536 users.</param>
    /// <exception cref="ArgumentNullException">The list or a set is null.</exception>
    /// <exception cref="ArgumentException">The name is empty, there is not one label per user, or somebody of the target is outside the base.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public TargetGroupTable Evaluate(
        string name, IReadOnlyList<string?> labels, UserSet target, UserSet baseUsers, RunOptions? run = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(baseUsers);
        return Evaluate(LabelSource.Of(name, labels, baseUsers.Directory), baseUsers.Directory, target, baseUsers, run, cancellationToken);
    }

    private TargetGroupTable Evaluate(
        LabelSource source, UserDirectory directory, UserSet target, UserSet baseUsers, RunOptions? run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(baseUsers);
        UserSet everyone = UserSet.Everyone(directory);
        UserSet inTarget = everyone.Intersect(target);
        UserSet inBase = everyone.Intersect(baseUsers);
        if (!inTarget.IsSubsetOf(inBase))
        {
            throw new ArgumentException($"{inTarget.Except(inBase).Count} users of the target are not in the base; a target is part of its base.", nameof(target));
        }

        LabelCounts ofTarget = source.Count(inTarget, run, cancellationToken);
        LabelCounts ofBase = source.Count(inBase, run, cancellationToken);
        run?.Progress?.Report(1);
        return new()
        {
            Definition = Definition,
            Field = source.Name,
            IsMultiValued = source.IsMultiValued,
            TargetUsers = inTarget.Count,
            TargetMissing = ofTarget.Missing,
            BaseUsers = inBase.Count,
            BaseMissing = ofBase.Missing,
            Rows = TargetGroupTable.InOrder(source.Labels
                .Select((label, code) => new TargetGroupCount(label, ofTarget.Counts[code], ofBase.Counts[code]))
                .Where(row => row.Base > 0)),
        };
    }
}
