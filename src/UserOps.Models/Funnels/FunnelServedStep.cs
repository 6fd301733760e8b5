using System.Globalization;
using System.Text.Json.Serialization;

namespace UserOps.Models.Funnels;

/// <summary>An event that served a step.</summary>
/// <param name="Step">0-based; unordered: its place in the order of time.</param>
/// <param name="Event">The index of the event in the event table.</param>
/// <param name="Instant">When it happened, in UTC.</param>
/// <param name="Name">The name of the event.</param>
[method: JsonConstructor] // without it a struct is read with missing members at zero
public readonly record struct FunnelServedStep(int Step, int Event, DateTimeOffset Instant, string Name)
{
    /// <summary>Gives step, event and instant as text, without regard to culture: <c>step 0: view at 2026-03-01T00:00:00+00:00 (event 5)</c>.</summary>
    public override string ToString()
        => string.Create(CultureInfo.InvariantCulture, $"step {Step}: {Name} at {Instant:yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz} (event {Event})");
}
