using System.Collections.Immutable;
using System.Globalization;

namespace UserOps.Models.Stratification;

/// <summary>What must hold for a pyramid; each rule has one stable code.</summary>
internal static class PyramidRules
{
    internal static ImmutableArray<DefinitionIssue> Check(PyramidDefinition definition)
    {
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        if (string.IsNullOrWhiteSpace(definition.Id))
        {
            issues.Add(new("idMissing", "/id", "A pyramid needs an id."));
        }

        LocalizedText.Check(definition.Name, "/name", issues);
        CheckTiers(definition, issues);
        CheckNamed(definition.Basis, "/basis", issues);
        CheckNamed(definition.Ties, "/ties", issues);
        CheckNamed(definition.Rounding, "/rounding", issues);
        if (definition.Currency is { } currency && !Field.IsCurrency(currency))
        {
            issues.Add(new("badCurrency", "/currency", $"'{currency}' is no ISO 4217 code: three capital letters."));
        }

        return issues.DrainToImmutable();
    }

    /// <summary>Refuses values in another currency than the thresholds.</summary>
    /// <exception cref="InvalidDefinitionException">They are.</exception>
    internal static void RequireCurrency(PyramidDefinition definition, UserAmounts values)
    {
        if (definition.Currency is { } currency && currency != values.Currency)
        {
            throw new InvalidDefinitionException(
                [new("unitMismatch", "/currency", $"The values are {(values.Currency is null ? "plain quantities" : $"in {values.Currency}")}, not in {currency}.")]);
        }
    }

    internal static ArgumentException UnknownTier(string? tier, string parameterName) => new($"The pyramid has no tier '{tier}'.", parameterName);

    private static void CheckTiers(PyramidDefinition definition, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (definition.Tiers.IsDefaultOrEmpty || definition.Tiers.Length > StratificationDefaults.MaximumParts)
        {
            int count = definition.Tiers.IsDefault ? 0 : definition.Tiers.Length;
            issues.Add(new("tierCount", "/tiers", Text($"There are {count} tiers; a pyramid has 1 to {StratificationDefaults.MaximumParts}.")));
            return;
        }

        var ids = new HashSet<string>(StringComparer.Ordinal);
        decimal? before = null;
        for (int i = 0; i < definition.Tiers.Length; i++)
        {
            string path = $"/tiers/{i}";
            if (definition.Tiers[i] is not { } tier)
            {
                issues.Add(new("missingMember", path, "There is no tier here."));
                continue;
            }

            CheckTier(tier, path, ids, issues);
            CheckBound(tier.Bound, before, definition.Basis, path + "/bound", issues);
            before = tier.Bound;
        }
    }

    private static void CheckTier(PyramidTier tier, string path, HashSet<string> ids, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (string.IsNullOrWhiteSpace(tier.Id))
        {
            issues.Add(new("idMissing", path + "/id", "A tier needs an id."));
        }
        else if (!ids.Add(tier.Id))
        {
            issues.Add(new("duplicateId", path + "/id", $"There is already a tier '{tier.Id}'."));
        }

        LocalizedText.Check(tier.Name, path + "/name", issues);
    }

    private static void CheckBound(decimal bound, decimal? before, PyramidBasis basis, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (basis != PyramidBasis.Thresholds && bound is <= 0 or > 1)
        {
            issues.Add(new("outOfRange", path, Text($"The share is {bound}; it is above 0 and at most 1.")));
        }

        if (bound <= before)
        {
            issues.Add(new("notRising", path, Text($"The bound is {bound}, after {before}; bounds rise strictly from tier to tier.")));
        }
    }

    private static void CheckNamed<T>(T value, string path, ImmutableArray<DefinitionIssue>.Builder issues)
        where T : struct, Enum
    {
        if (!Enum.IsDefined(value))
        {
            issues.Add(new("unknownValue", path, Text($"{value:D} is no {typeof(T).Name}.")));
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
