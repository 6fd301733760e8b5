using System.Collections.Immutable;
using UserOps.Models.Tags;

namespace UserOps.Models.Portraits;

/// <summary>What must hold for the portrait of one user; each rule has one stable code.</summary>
internal static class UserPortraitRules
{
    /// <summary>Lists the faults of a definition by itself.</summary>
    internal static ImmutableArray<DefinitionIssue> Check(UserPortraitDefinition definition)
    {
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        issues.AddRange(SchemaRules.Check(definition.Attributes).Select(issue => issue with { Path = "/attributes" + issue.Path }));
        var families = new HashSet<TagFamily>();
        for (int i = 0; i < definition.Families.Length; i++)
        {
            PortraitRules.CheckNamed(definition.Families[i], $"/families/{i}", issues);
            if (!families.Add(definition.Families[i]))
            {
                issues.Add(new("duplicateName", $"/families/{i}", $"The family {definition.Families[i]} is listed twice."));
            }
        }

        CheckTags(definition.Tags, issues);
        PortraitRules.CheckNamed(definition.MaximumSensitivity, "/maximumSensitivity", issues);
        return issues.DrainToImmutable();
    }

    /// <summary>Lists what a definition asks for that the data do not fit, and the faults of the personas.</summary>
    internal static ImmutableArray<DefinitionIssue> Check(UserPortraitDefinition definition, PortraitInputs inputs)
    {
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        for (int i = 0; i < definition.Attributes.Fields.Length; i++)
        {
            CheckColumn(definition.Attributes.Fields[i], inputs.Data.Users.Columns, $"/attributes/fields/{i}", issues);
        }

        for (int i = 0; i < definition.Tags.Length; i++)
        {
            string id = definition.Tags[i];
            if (inputs.Tags.Catalog.Find(id) is not { Status: TagStatus.Active } tag)
            {
                issues.Add(new("unknownTag", $"/tags/{i}", $"The catalog has no active tag '{id}'."));
            }
            else if (!definition.Families.IsEmpty && !definition.Families.Contains(tag.Family))
            {
                issues.Add(new("familyNotShown", $"/tags/{i}", $"The tag '{id}' belongs to the family {tag.Family}, which is not shown."));
            }
        }

        for (int i = 0; i < inputs.Personas.Length; i++)
        {
            issues.AddRange(inputs.Personas[i] is { } persona
                ? persona.Validate().Select(issue => issue with { Path = $"/personas/{i}{issue.Path}" })
                : [new("missingMember", $"/personas/{i}", "There is no persona here.")]);
        }

        return issues.DrainToImmutable();
    }

    private static void CheckTags(ImmutableArray<string> tags, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < tags.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(tags[i]))
            {
                issues.Add(new("idMissing", $"/tags/{i}", "A tag has an id."));
            }
            else if (!ids.Add(tags[i]))
            {
                issues.Add(new("duplicateName", $"/tags/{i}", $"The tag '{tags[i]}' is listed twice."));
            }
        }
    }

    private static void CheckColumn(FieldDefinition field, ColumnSet columns, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (!columns.TryGet(field.Name, out Column? column))
        {
            if (field.Required)
            {
                issues.Add(new("unknownField", path, $"There is no column '{field.Name}'."));
            }
        }
        else if (column.Field.Kind != field.Kind || (column.Field as AmountField)?.Currency != field.Currency)
        {
            issues.Add(new(
                "typeMismatch", path, $"Column '{field.Name}' is {FieldConflicts.Describe(column.Field)}, not {FieldConflicts.Describe(field.ToField())}."));
        }
    }
}
