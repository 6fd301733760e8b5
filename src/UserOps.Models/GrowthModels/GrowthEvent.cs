using System.Globalization;
using System.Text.Json.Serialization;

namespace UserOps.Models.GrowthModels;

/// <summary>An event an explanation speaks of.</summary>
/// <param name="Index">Its index in the event table.</param>
/// <param name="At">Its instant, with the offset of the context's zone.</param>
/// <param name="Name">Its name.</param>
[method: JsonConstructor] // without it a struct is read with missing members at zero
public readonly record struct GrowthEvent(int Index, DateTimeOffset At, string Name)
{
    /// <summary>Gives name, instant and index as text, without regard to culture: <c>register at 2026-03-02T12:00:00+08:00 (event 0)</c>.</summary>
    public override string ToString()
        => string.Create(CultureInfo.InvariantCulture, $"{Name} at {At:yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz} (event {Index})");
}
