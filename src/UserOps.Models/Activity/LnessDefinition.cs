using System.Text.Json.Serialization;

namespace UserOps.Models.Activity;

/// <summary>What is asked about the active days of each user in the days up to 'as of': L7, L28 and the like.</summary>
/// <remarks>Plain data, JSON round-trip. Nothing is checked here; <see cref="LnessModel"/> checks everything at once.</remarks>
public sealed record LnessDefinition
{
    /// <summary>Gets what makes a user active on a day.</summary>
    public required ActiveUserDefinition Activity { get; init; }

    /// <summary>Gets how many local days to look at, that of 'as of' included; 1 to 366.</summary>
    public required int Days { get; init; }

    /// <summary>Gets from how many active days on a user is a power user, 1 to <see cref="Days"/>; null, the default, for three quarters of the days, rounded up.</summary>
    public int? PowerUserDays { get; init; }

    /// <summary>Gets from how many active days on a user is a power user, the default in place.</summary>
    [JsonIgnore]
    internal int PowerFrom => PowerUserDays ?? ActivityDefaults.PowerUserDays(Days);
}
