using System.Text.Json.Serialization;

namespace UserOps.Models.Activity;

/// <summary>How large a share of the users of a month or week was active on one day.</summary>
/// <param name="Day">The day; it is complete when the day and the month or week it is divided by are over.</param>
/// <param name="Active">The users active on the day.</param>
/// <param name="BaseActive">The users active in the month or week; never fewer.</param>
[method: JsonConstructor] // without it a struct is read with missing members at zero
public readonly record struct StickinessRatioDay(ActivityPeriod Day, long Active, long BaseActive)
{
    /// <summary>Gets the share; without a value where the month or week has no active user.</summary>
    [JsonIgnore]
    public Ratio Share => new(Active, BaseActive);
}
