using System.Collections.Immutable;

namespace UserOps.Models.Tags;

/// <summary>What must hold between the type of a tag and where its values come from, whatever the data.</summary>
internal static class TagComputationRules
{
    internal static void Check(TagDefinition tag, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        switch (tag.Computation)
        {
            case null:
                issues.Add(new("missingMember", path, "The tag does not say where its values come from."));
                break;
            case FieldComputation attribute:
                TagRules.CheckText(attribute.Field, "field", path, issues);
                break;
            case EventComputation events:
                CheckEvents(events, tag.ValueType, path, issues);
                break;
            case RuleComputation rule:
                CheckType(tag, [TagValueType.Flag], path, issues);
                RuleStructure.Check(rule.Rule, path + "/rule", RuleScope.Users, issues);
                break;
            case OrderedRulesComputation ordered:
                CheckType(tag, [TagValueType.Enumeration], path, issues);
                CheckRules(tag, ordered.Rules, path + "/rules", issues);
                break;
            case ScoreComputation score:
                CheckType(tag, [TagValueType.Number, TagValueType.Enumeration], path, issues);
                ScoreRules.Check(tag, score, path, issues);
                break;
            case MinedComputation mined:
                CheckType(tag, [TagValueType.Flag, TagValueType.Enumeration, TagValueType.Number, TagValueType.Date], path, issues);
                TagRules.CheckText(mined.Model, "model", path, issues);
                break;
            case ImportedComputation imported:
                CheckType(tag, [TagValueType.Flag, TagValueType.Enumeration, TagValueType.Number, TagValueType.Date], path, issues);
                CheckSources(imported.Sources, path + "/sources", issues);
                break;
        }
    }

    /// <summary>Adds the fault of a value the tag does not list.</summary>
    internal static void CheckListed(TagDefinition tag, string? value, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (value is not null && tag.Values.All(label => label?.Value != value))
        {
            issues.Add(new("unknownValue", path, $"'{value}' is none of the values of the tag."));
        }
    }

    private static void CheckType(TagDefinition tag, ReadOnlySpan<TagValueType> fitting, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (!fitting.Contains(tag.ValueType))
        {
            issues.Add(new("typeMismatch", path + "/kind", $"This gives no values of type {tag.ValueType}; it gives {string.Join(" or ", fitting.ToArray())}."));
        }
    }

    private static void CheckRules(TagDefinition tag, ImmutableArray<TagRule> rules, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (rules.IsDefault)
        {
            issues.Add(new("missingMember", path, "The list of rules was never set; an empty list gives nobody a value."));
            return;
        }

        for (int i = 0; i < rules.Length; i++)
        {
            TagRules.CheckText(rules[i]?.Value, "value", $"{path}/{i}", issues);
            CheckListed(tag, rules[i]?.Value, $"{path}/{i}/value", issues);
            RuleStructure.Check(rules[i]?.Rule, $"{path}/{i}/rule", RuleScope.Users, issues);
        }
    }

    private static void CheckEvents(EventComputation events, TagValueType type, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        TagRules.CheckNamed(events.Aggregation, path + "/aggregation", issues);
        EventFilterRules.Check(events.Events, path + "/events", issues);
        bool needs = events.Aggregation is TagAggregation.Sum or TagAggregation.Average or TagAggregation.Minimum or TagAggregation.Maximum or TagAggregation.Distinct;
        bool mayHave = needs || events.Aggregation is TagAggregation.First or TagAggregation.Last;
        if (needs && string.IsNullOrWhiteSpace(events.Property))
        {
            issues.Add(new("missingMember", path + "/property", $"{events.Aggregation} is made of a property."));
        }
        else if (!mayHave && events.Property is not null)
        {
            issues.Add(new("unknownMember", path + "/property", $"{events.Aggregation} takes no property."));
        }

        EventRuleStructure.CheckWindow(events.Window, path + "/window", issues);
        if (events.Currency is not null && !Field.IsCurrency(events.Currency))
        {
            issues.Add(new("currencyInvalid", path + "/currency", $"'{events.Currency}' is no ISO 4217 code: three capital letters."));
        }

        bool fits = events.Aggregation is not (TagAggregation.First or TagAggregation.Last) ? type == TagValueType.Number
            : events.Property is null ? type == TagValueType.Date
            : type != TagValueType.Set;
        if (!fits)
        {
            issues.Add(new("typeMismatch", path + "/aggregation", $"{events.Aggregation} {(events.Property is null ? "without a property " : "")}gives no values of type {type}."));
        }
    }

    private static void CheckSources(ImmutableArray<string> sources, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < sources.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(sources[i]) || !known.Add(sources[i]))
            {
                issues.Add(new("duplicateId", $"{path}/{i}", "A source has a name, and is listed once."));
            }
        }
    }
}
