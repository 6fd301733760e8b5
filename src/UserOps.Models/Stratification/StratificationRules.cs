using System.Collections.Immutable;
using System.Globalization;

namespace UserOps.Models.Stratification;

/// <summary>What must hold for questions about concentration; each rule has one stable code.</summary>
internal static class StratificationRules
{
    internal static ImmutableArray<DefinitionIssue> Check(ParetoDefinition definition)
    {
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        CheckShares(definition.TopFractions, "/topFractions", issues);
        CheckShares(definition.TargetShares, "/targetShares", issues);
        return issues.DrainToImmutable();
    }

    internal static ImmutableArray<DefinitionIssue> CheckPoints(int points)
        => points is >= StratificationDefaults.MinimumPoints and <= StratificationDefaults.MaximumPoints
            ? []
            : [new("outOfRange", "/maximumPoints", Text($"{points} points are to be kept; {StratificationDefaults.MinimumPoints} to {StratificationDefaults.MaximumPoints} are possible."))];

    private static void CheckShares(ImmutableArray<decimal> shares, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (shares.Length > StratificationDefaults.MaximumParts)
        {
            issues.Add(new("tooMany", path, Text($"There are {shares.Length} shares; up to {StratificationDefaults.MaximumParts} are possible.")));
            return;
        }

        for (int i = 0; i < shares.Length; i++)
        {
            if (shares[i] is <= 0 or > 1)
            {
                issues.Add(new("outOfRange", $"{path}/{i}", Text($"The share is {shares[i]}; it is above 0 and at most 1.")));
            }
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
