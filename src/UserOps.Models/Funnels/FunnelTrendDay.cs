using System.Text.Json.Serialization;

namespace UserOps.Models.Funnels;

/// <summary>The funnel of the tries that start on one local day.</summary>
/// <param name="Date">The local date, in the zone of the context.</param>
/// <param name="Entered">Units with a start on the day; at least 1.</param>
/// <param name="Converted">Units with a chain to the last step that starts on the day.</param>
/// <param name="IsComplete">Whether the window of every start of the day was over at the instant of observation; never without a window.</param>
public sealed record FunnelTrendDay(DateOnly Date, long Entered, long Converted, bool IsComplete)
{
    /// <summary>Gets the share of those who entered that converted; has an interval.</summary>
    [JsonIgnore]
    public Ratio Conversion => new(Converted, Entered);
}
