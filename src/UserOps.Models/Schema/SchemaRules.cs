using System.Collections.Immutable;

namespace UserOps.Models;

/// <summary>What must hold for a schema, whatever the data; each rule has one stable code.</summary>
internal static class SchemaRules
{
    internal static ImmutableArray<DefinitionIssue> Check(FieldDefinition field)
    {
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        FieldDefinitionRules.Check(field, "", issues);
        return issues.DrainToImmutable();
    }

    internal static ImmutableArray<DefinitionIssue> Check(UserSchema schema)
    {
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        CheckHead(schema.Id, schema.Version, schema.DisplayName, issues);
        CheckFields(schema.Fields, issues);
        return issues.DrainToImmutable();
    }

    internal static ImmutableArray<DefinitionIssue> Check(ContentSchema schema)
    {
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        CheckHead(schema.Id, schema.Version, schema.DisplayName, issues);
        CheckFields(schema.Fields, issues);
        return issues.DrainToImmutable();
    }

    internal static ImmutableArray<DefinitionIssue> Check(EventSchema schema)
    {
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        CheckHead(schema.Id, schema.Version, schema.DisplayName, issues);
        CheckEvents(schema, issues);
        CheckFields(schema.Fields, issues);
        return issues.DrainToImmutable();
    }

    private static void CheckHead(string? id, int version, LocalizedText? displayName, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (string.IsNullOrWhiteSpace(id))
        {
            issues.Add(new("idMissing", "/id", "A schema needs an id."));
        }

        if (version < 1)
        {
            issues.Add(new("versionNotPositive", "/version", FormattableString.Invariant($"The version is {version}; versions start at 1.")));
        }

        if (displayName is not null)
        {
            LocalizedText.Check(displayName, "/displayName", issues);
        }
    }

    private static void CheckFields(ImmutableArray<FieldDefinition> fields, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (fields.IsDefault)
        {
            issues.Add(new("missingMember", "/fields", "The list of fields is missing; an empty list is allowed."));
            return;
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < fields.Length; i++)
        {
            FieldDefinitionRules.Check(fields[i], $"/fields/{i}", issues);
            if (fields[i]?.Name is { } name && !names.Add(name))
            {
                issues.Add(new("duplicateName", $"/fields/{i}/name", $"Another field is named '{name}'."));
            }
        }
    }

    private static void CheckEvents(EventSchema schema, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (schema.Events.IsDefault)
        {
            issues.Add(new("missingMember", "/events", "The list of events is missing; an empty list is allowed."));
            return;
        }

        HashSet<string?> fields = schema.Fields.IsDefault ? [] : [.. schema.Fields.Select(field => field?.Name)];
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < schema.Events.Length; i++)
        {
            CheckEvent(schema.Events[i], $"/events/{i}", fields, names, issues);
        }
    }

    private static void CheckEvent(
        EventDefinition? definition, string path, HashSet<string?> fields, HashSet<string> names, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (definition is null)
        {
            issues.Add(new("missingMember", path, "The event is null."));
            return;
        }

        if (string.IsNullOrWhiteSpace(definition.Name))
        {
            issues.Add(new("emptyName", path + "/name", "An event needs a name."));
        }
        else if (!names.Add(definition.Name))
        {
            issues.Add(new("duplicateName", path + "/name", $"Another event is named '{definition.Name}'."));
        }

        CheckReferences(definition.Properties, path + "/properties", fields, issues);
        CheckReferences(definition.RequiredProperties, path + "/requiredProperties", fields, issues);
        FieldDefinitionRules.CheckNotes(definition.DisplayName, definition.Lineage, path, issues);
    }

    private static void CheckReferences(
        ImmutableArray<string> properties, string path, HashSet<string?> fields, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < properties.Length; i++)
        {
            if (properties[i] is null || !fields.Contains(properties[i]))
            {
                issues.Add(new("unknownProperty", $"{path}/{i}", $"The schema has no field '{properties[i]}'."));
            }
            else if (!seen.Add(properties[i]))
            {
                issues.Add(new("duplicateName", $"{path}/{i}", $"'{properties[i]}' is listed twice."));
            }
        }
    }
}
