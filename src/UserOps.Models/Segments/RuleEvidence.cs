using System.Globalization;
using System.Text.Json.Serialization;

namespace UserOps.Models;

/// <summary>An event that served a rule.</summary>
/// <param name="Event">The index of the event in the event table.</param>
/// <param name="Instant">When it happened, in UTC.</param>
/// <param name="Name">The name of the event.</param>
[method: JsonConstructor] // without it a struct is read with missing members at zero
public readonly record struct RuleEvidence(int Event, DateTimeOffset Instant, string Name)
{
    /// <summary>Gives event and instant as text, without regard to culture: <c>pay at 2026-03-01T00:00:00+00:00 (event 5)</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name} at {IsoTime.Write(Instant)} (event {Event})");
}
