using System.Text.Json.Serialization;

namespace UserOps.Models.Activity;

/// <summary>One period of an answer: an hour, a day, a week, a month, or the days of a rolling window.</summary>
/// <param name="FirstDay">The first local date; for an hour the date it begins on.</param>
/// <param name="LastDay">The last local date, included.</param>
/// <param name="Start">The first instant, with the zone's offset there.</param>
/// <param name="End">The first instant after the period; the same as <paramref name="Start"/> for a date the zone skipped.</param>
/// <param name="IsComplete">Whether the period is over at 'as of'; one that is not may still gain users.</param>
[method: JsonConstructor] // without it a struct is read with missing members at zero
public readonly record struct ActivityPeriod(DateOnly FirstDay, DateOnly LastDay, DateTimeOffset Start, DateTimeOffset End, bool IsComplete)
{
    /// <summary>Gets whether averages take the period: it is over, and not a date that the zone skipped, on which nobody can be active.</summary>
    [JsonIgnore]
    internal bool IsMeasured => IsComplete && End > Start;
}
