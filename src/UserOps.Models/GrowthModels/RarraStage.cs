using System.Text.Json.Serialization;

namespace UserOps.Models.GrowthModels;

/// <summary>How one stage of RARRA went.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Raw">Cohort users who reached it, whatever else they reached.</param>
/// <param name="Users">Retained users who reached it; for acquisition the cohort.</param>
/// <param name="Base">The users it is a share of: the cohort for retention, the retained for activation, referral and revenue.</param>
[method: JsonConstructor] // without it a struct is read with missing members at zero
public readonly record struct RarraStage(GrowthStage Stage, long Raw, long Users, long Base)
{
    /// <summary>Gets <c>Users / Base</c>; null for acquisition, which is a size and no share; without a value over nobody.</summary>
    public Ratio? Share => Stage == GrowthStage.Acquisition ? null : new(Users, Base);
}
