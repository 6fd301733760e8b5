namespace UserOps.Models;

/// <summary>The users behind an answer of the card model, bound to its dataset.</summary>
public sealed class CardCycleUsers
{
    private readonly CardCycleEvaluation _evaluation;

    internal CardCycleUsers(CardCycleEvaluation evaluation) => _evaluation = evaluation;

    /// <summary>Gets the users whose current node is not known: one that is not known would come before the one that holds.</summary>
    public UserSet Uncertain => _evaluation.Uncertain;

    /// <summary>Gets the users for whom every node is known, and none holds.</summary>
    public UserSet InNone => _evaluation.InNone;

    /// <summary>Gets the users a node holds for, whatever else does.</summary>
    /// <param name="node">A node of the definition.</param>
    /// <exception cref="ArgumentOutOfRangeException">The definition has no such node.</exception>
    public UserSet Holding(CardCycleNode node) => _evaluation.Holding(node);

    /// <summary>Gets the users a node began for on this very day.</summary>
    /// <inheritdoc cref="Holding"/>
    public UserSet Entered(CardCycleNode node) => _evaluation.Entered(node);

    /// <summary>Gets the users for whom the dates of a node are not known.</summary>
    /// <inheritdoc cref="Holding"/>
    public UserSet Unknown(CardCycleNode node) => _evaluation.Unknown(node);

    /// <summary>Gets the users whose current node it is: it holds, and none before it does or may.</summary>
    /// <inheritdoc cref="Holding"/>
    public UserSet Current(CardCycleNode node) => _evaluation.Current(node);

    /// <summary>
    /// Lists what campaigns may set off today: every node that holds, with the date that tells this time from the next one. A job that keeps
    /// the triggers it has acted on, and acts on new ones only, acts once on each, also after days on which it did not run, as long as the node still holds.
    /// </summary>
    /// <returns>By user in the order of the dataset, then by priority. Read as it is enumerated.</returns>
    public IEnumerable<CardCycleTrigger> Triggers()
    {
        CardCycleCard card = _evaluation.NewCard();
        for (int user = 0; user < _evaluation.Data.Directory.Count; user++)
        {
            card.Read(user);
            for (int i = 0; i < card.States.Length; i++)
            {
                if (card.States[i] is { Holds: true } state)
                {
                    yield return new(_evaluation.Data.Directory[user], _evaluation.Definition.Nodes[i].Node, DateOnly.FromDayNumber(state.Held));
                }
            }
        }
    }

    /// <summary>Says why a user is where the result places them.</summary>
    /// <param name="user">A user of the dataset.</param>
    /// <exception cref="KeyNotFoundException">The dataset does not know the user.</exception>
    public CardCycleExplanation Explain(UserId user) => _evaluation.Data.Directory.TryGetOrdinal(user, out int ordinal)
        ? CardCycleExplainer.Explain(_evaluation, user, ordinal)
        : throw new KeyNotFoundException($"The dataset does not know the user '{user}'.");
}
