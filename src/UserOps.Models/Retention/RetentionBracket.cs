using System.Text.Json.Serialization;

namespace UserOps.Models.Retention;

/// <summary>Neighboring periods that make one column, such as days 1 to 7.</summary>
/// <param name="From">The first period, included; 0 or more.</param>
/// <param name="To">The last period, included; not before <paramref name="From"/>.</param>
[method: JsonConstructor] // without it a struct is read with the missing end at 0
public readonly record struct RetentionBracket(int From, int To);
