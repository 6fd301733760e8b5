using System.Text.Json.Serialization;

namespace UserOps.Models.Portraits;

/// <summary>Something a recipe needs that a dataset lacks.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">The name of the column or the event.</param>
[method: JsonConstructor] // without it a struct is read with missing members at zero
public readonly record struct AbsentData(AbsentDataKind Kind, string Name);
