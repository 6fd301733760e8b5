using System.Collections.Immutable;

namespace UserOps.Models.Profitability;

/// <summary>What must hold for a question about risk rates; each rule has one stable code.</summary>
internal static class RiskRatesRules
{
    internal static ImmutableArray<DefinitionIssue> Check(RiskRatesDefinition definition)
    {
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        if (definition is { Fraud: null, Outstanding: null })
        {
            issues.Add(new("missingMember", "", "Nothing is asked: give fraud and what was caught, or what is outstanding and what of it is bad."));
        }

        CheckPair(definition.Fraud, definition.Caught, "/fraud", "/caught", issues);
        CheckPair(definition.Outstanding, definition.Bad, "/outstanding", "/bad", issues);
        if (definition.Fraud is { } fraud)
        {
            EventFilterRules.Check(fraud, "/fraud", issues);
        }

        if (definition.Caught is { } caught)
        {
            EventFilterRules.Check(caught, "/caught", issues);
        }

        if (definition is { Outstanding: { } outstanding, Bad: { } bad } && outstanding.Currency != bad.Currency)
        {
            issues.Add(new("unitMismatch", "/bad", $"Column '{bad.Name}' is in {bad.Currency}, '{outstanding.Name}' in {outstanding.Currency}; there is no rate between two currencies."));
        }

        return issues.ToImmutable();
    }

    private static void CheckPair(object? whole, object? part, string wholePath, string partPath, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if ((whole is null) != (part is null))
        {
            string missing = whole is null ? wholePath : partPath;
            issues.Add(new("missingMember", missing, $"A rate needs both: {wholePath} and {partPath}."));
        }
    }
}
