using System.Collections.Immutable;

namespace UserOps.Models;

/// <summary>What a user table promises: one row per user, typed columns (用户模型).</summary>
/// <remarks>Plain data, JSON round-trip; may be wrong until <see cref="Validate()"/> gives no issue.</remarks>
public sealed record UserSchema
{
    /// <summary>Gets the stable id of the schema, such as <c>bank.users</c>; not empty.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the version, 1 or more; a schema that changes what it promises gets a new one.</summary>
    public required int Version { get; init; }

    /// <summary>Gets the name shown to people; null to show <see cref="Id"/>.</summary>
    public LocalizedText? DisplayName { get; init; }

    /// <summary>Gets the columns; empty for users of whom only the id is known.</summary>
    public required ImmutableArray<FieldDefinition> Fields { get; init; }

    /// <summary>Lists every fault of the schema itself.</summary>
    /// <returns>Faults in document order; empty for a sound schema.</returns>
    public ImmutableArray<DefinitionIssue> Validate() => SchemaRules.Check(this);

    /// <summary>Compares the user table of a dataset with the schema.</summary>
    /// <param name="data">The dataset; only its users are looked at.</param>
    /// <returns>Every deviation, with exact counts. Users without a row of their own are one notice, and no value of theirs counts as missing.</returns>
    /// <exception cref="ArgumentNullException">The dataset is null.</exception>
    /// <exception cref="InvalidDefinitionException">The schema itself is faulty.</exception>
    public SchemaReport Validate(UserOpsDataset data)
    {
        ArgumentNullException.ThrowIfNull(data);
        InvalidDefinitionException.ThrowIfAny(Validate());
        return UserSchemaCheck.Run(this, data);
    }

    /// <inheritdoc/>
    public bool Equals(UserSchema? other) => other is not null
        && Id == other.Id
        && Version == other.Version
        && DisplayName == other.DisplayName
        && ListEquality.Equal(Fields, other.Fields);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, Version, DisplayName, ListEquality.Hash(Fields));
}
