using System.Text.Json;
using UserOps.Models.Tests.Conformance;

namespace UserOps.Models.Tests.Funnels.Twin;

/// <summary>One event as a case writes it.</summary>
/// <param name="Position">Place in the list of the case: the order of arrival, unique.</param>
internal sealed record TwinEvent(string User, string Name, long Ticks, int Position, IReadOnlyDictionary<string, string> Properties)
{
    public string? Value(string property) => Properties.GetValueOrDefault(property);

    /// <summary>Reads the events of a case, without those after <paramref name="asOf"/>.</summary>
    public static IReadOnlyList<TwinEvent> ReadAll(JsonElement events, DateTimeOffset asOf) =>
        [.. events.EnumerateArray().Select(Read).Where(e => e.Ticks <= asOf.UtcTicks)];

    private static TwinEvent Read(JsonElement json, int position)
    {
        json.OnlyKnown("event", "user", "event", "time", "props");
        return new TwinEvent(
            json.GetProperty("user").GetString()!,
            json.GetProperty("event").GetString()!,
            CaseTimes.Instant(json.GetProperty("time").GetString()!).UtcTicks,
            position,
            TwinFilter.ReadValues(json, "props"));
    }
}
