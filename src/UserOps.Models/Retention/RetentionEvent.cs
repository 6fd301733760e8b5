using System.Text.Json.Serialization;

namespace UserOps.Models.Retention;

/// <summary>An event of a user, in an explanation.</summary>
/// <param name="Index">Its position in the event table.</param>
/// <param name="At">Its instant, with the zone's offset there.</param>
/// <param name="Name">Its name.</param>
[method: JsonConstructor] // without it a struct is read with missing members at 0
public readonly record struct RetentionEvent(int Index, DateTimeOffset At, string Name);
