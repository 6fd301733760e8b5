using System.Text.Json.Serialization;

namespace UserOps.Models.GrowthModels;

/// <summary>One stage as both models see it.</summary>
/// <param name="Aarrr">Nested, in the order of AARRR.</param>
/// <param name="Rarra">As a share of the retained.</param>
[method: JsonConstructor] // without it a struct is read with missing members at zero
public readonly record struct GrowthComparisonRow(AarrrStage Aarrr, RarraStage Rarra)
{
    /// <summary>Gets the stage.</summary>
    public GrowthStage Stage => Aarrr.Stage;

    /// <summary>Gets the cohort users who reached it, whatever else they reached: the count both models share.</summary>
    public long Raw => Aarrr.Raw;
}
