using System.Text.Json.Serialization;

namespace UserOps.Models.Activity;

/// <summary>Who makes up the active users of one period, and who is missing.</summary>
/// <param name="Period">When, and whether it is over; of one that is not, those counted as gone dormant may still come.</param>
/// <param name="New">Active for the first time.</param>
/// <param name="Returning">Active now and in the period before.</param>
/// <param name="Resurrected">Active now, not in the period before, and not new.</param>
/// <param name="WentDormant">Active in the period before and not now.</param>
[method: JsonConstructor] // without it a struct is read with missing members at zero
public readonly record struct ActivityDecompositionPeriod(ActivityPeriod Period, long New, long Returning, long Resurrected, long WentDormant)
{
    /// <summary>Gets the active users: new, returning and resurrected.</summary>
    [JsonIgnore]
    public long Active => New + Returning + Resurrected;

    /// <summary>Gets how many active users the period has more than the one before: (new + resurrected) - went dormant.</summary>
    /// <remarks>Where creation decides who is new, a user active before the creation counts as gained though the period before held them too.</remarks>
    [JsonIgnore]
    public long NetChange => New + Resurrected - WentDormant;

    /// <summary>Gets (new + resurrected) / went dormant: above 1 activity grows. Without a number where nobody went dormant.</summary>
    [JsonIgnore]
    public Measure<double> QuickRatio => WentDormant == 0 ? UndefinedReason.ZeroBase : (double)(New + Resurrected) / WentDormant;
}
