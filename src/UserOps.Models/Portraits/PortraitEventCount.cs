using System.Text.Json.Serialization;

namespace UserOps.Models.Portraits;

/// <summary>How often one user did something.</summary>
/// <param name="Name">The name of the event.</param>
/// <param name="Count">How many there are; 1 or more.</param>
[method: JsonConstructor]
public readonly record struct PortraitEventCount(string Name, long Count);
