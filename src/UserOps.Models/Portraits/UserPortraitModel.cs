using UserOps.Models.Tags;

namespace UserOps.Models.Portraits;

/// <summary>Draws the portrait of one user at a time; checked when built, immutable, shared freely between threads.</summary>
/// <remarks>
/// Behavior comes from the events, business and external data from attributes, and from tags that were computed or imported. Whom to believe where sources
/// disagree is settled before: by <see cref="TagLedger"/>, by priority and then by freshness; what lost stays beside the value.
/// </remarks>
public sealed class UserPortraitModel
{
    /// <summary>Initializes a new instance of the <see cref="UserPortraitModel"/> class that shows a card app's attributes and every tag up to level 3.</summary>
    public UserPortraitModel()
        : this(new())
    {
    }

    /// <summary>Checks a definition.</summary>
    /// <param name="definition">What is shown.</param>
    /// <exception cref="ArgumentNullException">The definition is null.</exception>
    /// <exception cref="InvalidDefinitionException">The definition cannot be; every fault is in <c>Issues</c>.</exception>
    public UserPortraitModel(UserPortraitDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        InvalidDefinitionException.ThrowIfAny(UserPortraitRules.Check(definition));
        Definition = definition;
    }

    /// <summary>Gets what is shown.</summary>
    public UserPortraitDefinition Definition { get; }

    /// <summary>Draws the portrait of one user, as of the instant of the tags.</summary>
    /// <param name="data">Whose users and events are read; events after the instant of the tags are not seen.</param>
    /// <param name="tags">The tags of the same users.</param>
    /// <param name="user">The caller's key.</param>
    /// <param name="audiences">Audiences of the same users and the same instant, each under a name of its own; null for none.</param>
    /// <param name="personas">Personas; one that names none of the audiences or, without a name, holds the rule of none, is left out. Null for none.</param>
    /// <returns>Everything that was asked for: what is missing or withheld says so.</returns>
    /// <exception cref="ArgumentNullException">The dataset or the tags are null.</exception>
    /// <exception cref="UnknownUsersException">The dataset does not know the user.</exception>
    /// <exception cref="ArgumentException">
    /// The tags or an audience are of other users or another state of the dataset, an audience is of another instant or zone, or a name is empty or occurs twice.
    /// </exception>
    /// <exception cref="InvalidDefinitionException">
    /// A column that must be there is absent, a column is of another kind or in another currency, a tag is not an active one or belongs to a family that is
    /// not shown, or a persona cannot be; every fault is in <c>Issues</c>.
    /// </exception>
    /// <remarks>Reads one row of each column and the events of the one user.</remarks>
    public UserPortrait Evaluate(
        UserOpsDataset data, TagTable tags, UserId user, IEnumerable<(string Name, Audience Audience)>? audiences = null, IEnumerable<Persona>? personas = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(tags);
        if (!data.Directory.TryGetOrdinal(user, out int ordinal))
        {
            throw new UnknownUsersException([user], nameof(user));
        }

        PortraitInputs inputs = PortraitInputs.Of(data, tags, audiences ?? [], personas ?? []);
        InvalidDefinitionException.ThrowIfAny(UserPortraitRules.Check(Definition, inputs));
        return new UserPortraitDraft(Definition, inputs, ordinal).ToPortrait();
    }
}
