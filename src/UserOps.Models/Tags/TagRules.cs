using System.Collections.Immutable;

namespace UserOps.Models.Tags;

/// <summary>What must hold for one tag, whatever the data; each rule has one stable code.</summary>
internal static class TagRules
{
    internal static void Check(TagDefinition tag, TagTaxonomy taxonomy, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        CheckText(tag.Id, "id", path, issues);
        LocalizedText.Check(tag.Name, path + "/name", issues);
        CheckNamed(tag.Family, path + "/family", issues);
        CheckNode(tag, taxonomy, path + "/node", issues);
        CheckNamed(tag.DataClass ?? default, path + "/dataClass", issues);
        CheckNamed(tag.Relevance ?? default, path + "/relevance", issues);
        CheckNamed(tag.ValueType, path + "/valueType", issues);
        CheckValues(tag, path + "/values", issues);
        TagComputationRules.Check(tag, path + "/computation", issues);
        CheckValidity(tag.Validity, path + "/validity", issues);
        CheckText(tag.Purpose, "purpose", path, issues);
        CheckNamed(tag.Sensitivity, path + "/sensitivity", issues);
        CheckText(tag.Owner, "owner", path, issues);
        CheckNamed(tag.Status, path + "/status", issues);
        CheckVersion(tag.Version, path + "/version", issues);
    }

    internal static void CheckVersion(int version, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (version < 1)
        {
            issues.Add(new("outOfRange", path, FormattableString.Invariant($"The version is {version}; versions count from 1.")));
        }
    }

    internal static void CheckText(string? text, string member, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            issues.Add(new("missingMember", $"{path}/{member}", $"The member '{member}' is missing or empty."));
        }
    }

    internal static void CheckNamed<T>(T value, string path, ImmutableArray<DefinitionIssue>.Builder issues)
        where T : struct, Enum
    {
        if (!Enum.IsDefined(value))
        {
            issues.Add(new("unknownValue", path, FormattableString.Invariant($"{value} is no {typeof(T).Name}.")));
        }
    }

    private static void CheckNode(TagDefinition tag, TagTaxonomy taxonomy, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (tag.Node is null)
        {
            return;
        }

        if (taxonomy.Find(tag.Node) is not { } node)
        {
            issues.Add(new("unknownNode", path, $"The taxonomy has no node '{tag.Node}'."));
        }
        else if (node.Family != tag.Family)
        {
            issues.Add(new("otherFamily", path, $"'{tag.Node}' is of the family {node.Family}, not {tag.Family}."));
        }
    }

    private static void CheckValues(TagDefinition tag, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (tag.Values.Length > 0 && tag.ValueType is not (TagValueType.Enumeration or TagValueType.Set))
        {
            issues.Add(new("notForKind", path, $"Values of type {tag.ValueType} are not listed."));
        }

        var known = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < tag.Values.Length; i++)
        {
            TagLabel label = tag.Values[i];
            CheckText(label?.Value, "value", $"{path}/{i}", issues);
            if (label?.Value is not null && !known.Add(label.Value))
            {
                issues.Add(new("duplicateId", $"{path}/{i}/value", $"The value '{label.Value}' is listed twice."));
            }

            LocalizedText.Check(label?.Name, $"{path}/{i}/name", issues);
        }
    }

    private static void CheckValidity(TagValidity? validity, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (validity is { Days: null, UntilField: null })
        {
            issues.Add(new("missingMember", path, "A validity has days, a field at which it ends, or both; values that stand for good have none."));
        }

        if (validity?.Days < 1)
        {
            issues.Add(new("outOfRange", path + "/days", FormattableString.Invariant($"A value stands for 1 day or more, not for {validity.Days}.")));
        }

        if (validity?.UntilField is { } field && string.IsNullOrWhiteSpace(field))
        {
            issues.Add(new("unknownField", path + "/untilField", "A field has a name."));
        }
    }
}
