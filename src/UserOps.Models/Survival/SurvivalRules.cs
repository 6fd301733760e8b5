using System.Collections.Immutable;
using MathNet.Numerics.Distributions;

namespace UserOps.Models.Survival;

/// <summary>What must hold for the definitions of curves and tests; each rule has one stable code.</summary>
internal static class SurvivalRules
{
    internal static ImmutableArray<DefinitionIssue> Check<TKind>(TKind interval, double level)
        where TKind : struct, Enum
    {
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        CheckName(interval, "/interval", issues);
        if (!(level is > 0 and < 1))
        {
            issues.Add(new("levelOutOfRange", "/level", FormattableString.Invariant($"The level is {level}; it is above 0 and below 1.")));
        }

        return issues.DrainToImmutable();
    }

    internal static void CheckName<TName>(TName value, string path, ImmutableArray<DefinitionIssue>.Builder issues)
        where TName : struct, Enum
    {
        if (!Enum.IsDefined(value))
        {
            issues.Add(new("unknownValue", path, $"{value:D} is none of {string.Join(", ", Enum.GetNames<TName>())}."));
        }
    }

    /// <summary>Gets the normal quantile of (1 + level) / 2.</summary>
    internal static double NormalQuantile(double level) => -Normal.InvCDF(0, 1, (1 - level) / 2);
}
