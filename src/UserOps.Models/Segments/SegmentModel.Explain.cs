namespace UserOps.Models;

/// <content>Why one user is in or out.</content>
public sealed partial class SegmentModel
{
    /// <summary>Explains what the rule says of one user.</summary>
    /// <param name="data">Whose tables hold the fields of the rule.</param>
    /// <param name="id">The caller's key.</param>
    /// <param name="context">The instant and the zone.</param>
    /// <returns>Every node with its own answer; the answers are those of <see cref="Evaluate"/>.</returns>
    /// <exception cref="ArgumentNullException">The dataset or the context is null.</exception>
    /// <exception cref="UnknownUsersException">The dataset does not know the user.</exception>
    /// <exception cref="InvalidDefinitionException">A field is absent, of another kind or in another currency; every fault is in <c>Issues</c>.</exception>
    /// <remarks>Looks at the events of the one user alone.</remarks>
    public SegmentExplanation Explain(UserOpsDataset data, UserId id, EvaluationContext context) => Explain(Rule, data, id, context);

    /// <summary>Explains what one of the segments the rule leads to says of one user.</summary>
    /// <param name="segment">Its name.</param>
    /// <param name="data">Whose tables hold the fields of the rule.</param>
    /// <param name="id">The caller's key.</param>
    /// <param name="context">The instant and the zone.</param>
    /// <returns>Every node with its own answer; pointers begin at that segment.</returns>
    /// <exception cref="ArgumentNullException">The name, the dataset or the context is null.</exception>
    /// <exception cref="ArgumentException">The rule does not lead to a segment of that name.</exception>
    /// <exception cref="UnknownUsersException">The dataset does not know the user.</exception>
    /// <exception cref="InvalidDefinitionException">A field is absent, of another kind or in another currency; every fault is in <c>Issues</c>.</exception>
    public SegmentExplanation ExplainSegment(string segment, UserOpsDataset data, UserId id, EvaluationContext context)
    {
        ArgumentNullException.ThrowIfNull(segment);
        (_, SegmentRule? rule) = _segments.FirstOrDefault(known => known.Name == segment);
        return rule is null
            ? throw new ArgumentException($"The rule leads to no segment '{segment}'.", nameof(segment))
            : Explain(rule, data, id, context);
    }

    private SegmentExplanation Explain(SegmentRule rule, UserOpsDataset data, UserId id, EvaluationContext context)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(context);
        if (!data.Directory.TryGetOrdinal(id, out int ordinal))
        {
            throw new UnknownUsersException([id], nameof(id));
        }

        // Alone, so that no test of events or of a month is asked of everybody.
        UserOpsDataset alone = ChosenUsers.Of(data, [ordinal], CheckFields(data));
        var user = new OneUser(alone, context, data.Events.Offsets[ordinal]);
        foreach ((string name, SegmentRule segment) in _segments)
        {
            user.Ask(name, segment);
        }

        return new SegmentExplainer(user).Explain(rule, "");
    }
}
