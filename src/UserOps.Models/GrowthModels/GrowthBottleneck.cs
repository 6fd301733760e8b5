using System.Text.Json.Serialization;

namespace UserOps.Models.GrowthModels;

/// <summary>The stage that holds growth back, and why.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Conversion">Users who reached it, of those who could.</param>
/// <param name="Target">The conversion wanted; null where no targets were given.</param>
public sealed record GrowthBottleneck(GrowthStage Stage, Ratio Conversion, decimal? Target)
{
    /// <summary>Gets why this stage.</summary>
    [JsonIgnore]
    public GrowthBottleneckReason Reason
        => Target is null ? GrowthBottleneckReason.LowestConversion : GrowthBottleneckReason.LargestShortfall;

    /// <summary>Gets target - conversion, greater than 0; null where no targets were given.</summary>
    [JsonIgnore]
    public decimal? Shortfall => Target - (decimal)Conversion.Numerator / Conversion.Denominator;

    /// <summary>Finds the stage of the lowest conversion, or, with targets, of the largest shortfall above zero.</summary>
    /// <param name="conversions">Stages in order; those over nothing are left out.</param>
    /// <param name="targets">Null for none.</param>
    internal static GrowthBottleneck? Of(IEnumerable<(GrowthStage Stage, Ratio Conversion)> conversions, GrowthTargets? targets)
    {
        GrowthBottleneck? found = null;
        foreach ((GrowthStage stage, Ratio conversion) in conversions)
        {
            if (conversion.Denominator == 0 || (targets is not null && targets[stage] is null))
            {
                continue;
            }

            var candidate = new GrowthBottleneck(stage, conversion, targets?[stage]);
            found = candidate.HoldsBackMoreThan(found) ? candidate : found;
        }

        return found;
    }

    // Multiplied out instead of divided, in decimal, so that ties are ties: 1 - 2/3 and 0.5 - 1/6 fall short by the same third.
    private bool HoldsBackMoreThan(GrowthBottleneck? other)
    {
        decimal missing = (Target ?? 1) * Conversion.Denominator - Conversion.Numerator;
        return other is null
            ? Target is null || missing > 0
            : missing * other.Conversion.Denominator
                > ((other.Target ?? 1) * other.Conversion.Denominator - other.Conversion.Numerator) * Conversion.Denominator;
    }
}
