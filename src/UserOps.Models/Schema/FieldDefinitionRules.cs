using System.Collections.Immutable;

namespace UserOps.Models;

/// <summary>What must hold for one field of a schema, whatever the data.</summary>
internal static class FieldDefinitionRules
{
    internal static void Check(FieldDefinition? field, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (field is null)
        {
            issues.Add(new("missingMember", path, "The field is null."));
            return;
        }

        CheckName(field.Name, path + "/name", issues);
        if (!Enum.IsDefined(field.Kind))
        {
            issues.Add(new("unknownValue", path + "/kind", FormattableString.Invariant($"{(int)field.Kind} is no kind of field.")));
            return; // the rules below depend on the kind
        }

        CheckCurrency(field, path + "/currency", issues);
        CheckScale(field, path + "/scale", issues);
        if (field.Unit is not null && field.Kind is not (FieldKind.Number or FieldKind.Quantity))
        {
            issues.Add(new("notForKind", path + "/unit", $"A field of kind {field.Kind} has no unit in words; only Number and Quantity have one."));
        }

        CheckAllowedValues(field, path + "/allowedValues", issues);
        CheckNamed(field.DataKind, path + "/dataKind", issues);
        CheckNamed(field.DataClass, path + "/dataClass", issues);
        CheckNamed(field.Relevance, path + "/relevance", issues);
        CheckNotes(field.DisplayName, field.Lineage, path, issues);
    }

    internal static void CheckNotes(LocalizedText? displayName, Lineage? lineage, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (lineage is not null)
        {
            if (string.IsNullOrWhiteSpace(lineage.System))
            {
                issues.Add(new("systemMissing", path + "/lineage/system", "A lineage names the system the data come from."));
            }

            CheckNamed<DataOrigin>(lineage.Origin, path + "/lineage/origin", issues);
            if (lineage.Latency < TimeSpan.Zero)
            {
                issues.Add(new("negativeDuration", path + "/lineage/latency", $"The latency is {lineage.Latency}; it cannot be negative."));
            }
        }

        if (displayName is not null)
        {
            LocalizedText.Check(displayName, path + "/displayName", issues);
        }
    }

    private static void CheckName(string? name, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            issues.Add(new("emptyName", path, "A field needs a name."));
        }
        else if (name.StartsWith(Field.ContentPrefix, StringComparison.Ordinal) || name.StartsWith('@'))
        {
            issues.Add(new("reservedName", path, $"'{name}' is reserved: names starting with 'content.' or '@' are the library's own."));
        }
    }

    private static void CheckCurrency(FieldDefinition field, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (field.Kind != FieldKind.Amount)
        {
            if (field.Currency is not null)
            {
                issues.Add(new("notForKind", path, $"A field of kind {field.Kind} has no currency; only Amount has one."));
            }
        }
        else if (!Field.IsCurrency(field.Currency))
        {
            issues.Add(new("currencyInvalid", path, $"'{field.Currency}' is no ISO 4217 code: three capital letters."));
        }
    }

    private static void CheckScale(FieldDefinition field, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (field.Scale is not { } scale)
        {
            return;
        }

        if (field.Kind is not (FieldKind.Quantity or FieldKind.Amount))
        {
            issues.Add(new("notForKind", path, $"A field of kind {field.Kind} has no scale; only Quantity and Amount have one."));
        }
        else if (scale is < 0 or > SchemaDefaults.MaximumScale)
        {
            issues.Add(new("scaleOutOfRange", path, FormattableString.Invariant($"The scale is {scale}; it is 0 to {SchemaDefaults.MaximumScale}.")));
        }
    }

    private static void CheckAllowedValues(FieldDefinition field, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (field.AllowedValues.Length > 0 && field.Kind is not (FieldKind.Category or FieldKind.Set))
        {
            issues.Add(new("notForKind", path, $"A field of kind {field.Kind} has no list of allowed values; only Category and Set have one."));
            return;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < field.AllowedValues.Length; i++)
        {
            string? value = field.AllowedValues[i];
            if (value is null)
            {
                issues.Add(new("missingMember", $"{path}/{i}", "The allowed value is null; a missing value is never in the list."));
            }
            else if (!seen.Add(value))
            {
                issues.Add(new("duplicateName", $"{path}/{i}", $"'{value}' is listed twice."));
            }
        }
    }

    private static void CheckNamed<T>(T? value, string path, ImmutableArray<DefinitionIssue>.Builder issues)
        where T : struct, Enum
    {
        if (value is { } given && !Enum.IsDefined(given))
        {
            issues.Add(new("unknownValue", path, $"{given} is not one of the named values."));
        }
    }
}
