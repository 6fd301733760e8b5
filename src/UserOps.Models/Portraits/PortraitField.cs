using UserOps.Models.Tags;

namespace UserOps.Models.Portraits;

/// <summary>What the user table says of one user in one column.</summary>
public sealed record PortraitField
{
    /// <summary>Gets what the column is: its names, its kind, and its lineage where the schema states one.</summary>
    public required FieldDefinition Definition { get; init; }

    /// <summary>Gets why there is a value, or none.</summary>
    public required PortraitValueState State { get; init; }

    /// <summary>Gets the value; null unless it is known.</summary>
    public ActualValue? Value { get; init; }

    /// <summary>Gets how sensitive the column is: as the most sensitive tag of the catalog that reads it as it stands; null where none does.</summary>
    public TagSensitivity? Sensitivity { get; init; }

    /// <summary>Writes the column with its value, or with why there is none.</summary>
    public override string ToString() => $"{Definition.Name}: {Value?.ToString() ?? PortraitText.Of(State)}";
}
