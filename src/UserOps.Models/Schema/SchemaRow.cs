using System.Text.Json.Serialization;

namespace UserOps.Models;

/// <summary>A row that deviates from a schema.</summary>
/// <param name="Row">0-based place in its table: the user's slot, the event's index, or the row of the content.</param>
/// <param name="Id">Whose row it is: the user's id as text (also for an event), or the content's id.</param>
[method: JsonConstructor] // without it a struct is read with the missing members at 0 and null
public readonly record struct SchemaRow(int Row, string Id);
