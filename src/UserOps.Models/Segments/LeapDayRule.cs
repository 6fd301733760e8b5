using System.Text.Json.Serialization;

namespace UserOps.Models;

/// <summary>Where 29 February falls in a year without one.</summary>
public enum LeapDayRule
{
    /// <summary>On 28 February.</summary>
    [JsonStringEnumMemberName("feb28")]
    February28,

    /// <summary>On 1 March.</summary>
    [JsonStringEnumMemberName("mar1")]
    March1,
}
