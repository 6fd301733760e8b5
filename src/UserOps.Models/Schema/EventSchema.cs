using System.Collections.Immutable;

namespace UserOps.Models;

/// <summary>What an event log promises: the event names and the property columns (用户-行为模型).</summary>
/// <remarks>
/// A property is a column of the whole log and is defined once; each event says which of them it carries. Plain data, JSON
/// round-trip; may be wrong until <see cref="Validate()"/> gives no issue.
/// </remarks>
public sealed record EventSchema
{
    /// <summary>Gets the stable id of the schema, such as <c>bank.app-events</c>; not empty.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the version, 1 or more; a schema that changes what it promises gets a new one.</summary>
    public required int Version { get; init; }

    /// <summary>Gets the name shown to people; null to show <see cref="Id"/>.</summary>
    public LocalizedText? DisplayName { get; init; }

    /// <summary>Gets the event names; empty together with <see cref="AllowsOtherEvents"/> for a log of any names.</summary>
    public required ImmutableArray<EventDefinition> Events { get; init; }

    /// <summary>Gets the property columns. A required one must have a value on every event of any name.</summary>
    public required ImmutableArray<FieldDefinition> Fields { get; init; }

    /// <summary>Gets a value indicating whether names that are not in <see cref="Events"/> are welcome. Default: they are an issue.</summary>
    public bool AllowsOtherEvents { get; init; }

    /// <summary>Lists every fault of the schema itself.</summary>
    /// <returns>Faults in document order; empty for a sound schema.</returns>
    public ImmutableArray<DefinitionIssue> Validate() => SchemaRules.Check(this);

    /// <summary>Compares the event log of a dataset with the schema.</summary>
    /// <param name="data">The dataset; only its events are looked at.</param>
    /// <returns>Every deviation, with exact counts.</returns>
    /// <exception cref="ArgumentNullException">The dataset is null.</exception>
    /// <exception cref="InvalidDefinitionException">The schema itself is faulty.</exception>
    public SchemaReport Validate(UserOpsDataset data)
    {
        ArgumentNullException.ThrowIfNull(data);
        InvalidDefinitionException.ThrowIfAny(Validate());
        return EventSchemaCheck.Run(this, data);
    }

    /// <inheritdoc/>
    public bool Equals(EventSchema? other) => other is not null
        && Id == other.Id
        && Version == other.Version
        && DisplayName == other.DisplayName
        && ListEquality.Equal(Events, other.Events)
        && ListEquality.Equal(Fields, other.Fields)
        && AllowsOtherEvents == other.AllowsOtherEvents;

    /// <inheritdoc/>
    public override int GetHashCode()
        => HashCode.Combine(Id, Version, DisplayName, ListEquality.Hash(Events), ListEquality.Hash(Fields), AllowsOtherEvents);
}
