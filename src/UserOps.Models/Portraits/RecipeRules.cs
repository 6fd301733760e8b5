using System.Collections.Immutable;

namespace UserOps.Models.Portraits;

/// <summary>What must hold for any recipe; each rule has one stable code.</summary>
internal static class RecipeRules
{
    internal static ImmutableArray<DefinitionIssue> Check(AudienceRecipe recipe)
    {
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        CheckHead(recipe, issues);
        var fields = new Dictionary<AbsentData, Field>();
        CheckFields(recipe.UserFields, AbsentDataKind.UserField, "/userFields", fields, issues);
        CheckFields(recipe.EventFields, AbsentDataKind.EventField, "/eventFields", fields, issues);
        CheckFields(recipe.ContentFields, AbsentDataKind.ContentField, "/contentFields", fields, issues);
        CheckEvents(recipe.Events, issues);

        var ofRule = ImmutableArray.CreateBuilder<DefinitionIssue>();
        RuleStructure.Check(recipe.Rule, "/rule", RuleScope.Users, ofRule);
        if (ofRule.Count == 0)
        {
            // Pointers lead into the text of a rule; a rule that is no rule has none.
            CheckParameters(recipe, issues);
            CheckNeeds(recipe, fields, ofRule);
        }

        issues.AddRange(ofRule);
        return issues.DrainToImmutable();
    }

    /// <summary>Says how a value breaks the limits of a parameter; null where it does not.</summary>
    internal static string? Breach(RecipeParameter parameter, RuleValue value)
        => value.Number < parameter.Minimum ? FormattableString.Invariant($"is at least {parameter.Minimum}, not {value}")
        : value.Number > parameter.Maximum ? FormattableString.Invariant($"is at most {parameter.Maximum}, not {value}")
        : null;

    private static void CheckHead(AudienceRecipe recipe, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (string.IsNullOrWhiteSpace(recipe.Id))
        {
            issues.Add(new("idMissing", "/id", "A recipe needs an id."));
        }

        if (recipe.Version < 1)
        {
            issues.Add(new("versionNotPositive", "/version", FormattableString.Invariant($"The version is {recipe.Version}; versions start at 1.")));
        }

        if (!Enum.IsDefined(recipe.Industry))
        {
            issues.Add(new("unknownValue", "/industry", $"{recipe.Industry} is not one of the named values."));
        }

        LocalizedText.Check(recipe.DisplayName, "/displayName", issues);
        LocalizedText.Check(recipe.Description, "/description", issues);
    }

    private static void CheckFields(
        ImmutableArray<FieldDefinition> definitions, AbsentDataKind kind, string path, Dictionary<AbsentData, Field> fields, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        for (int i = 0; i < definitions.Length; i++)
        {
            var faults = ImmutableArray.CreateBuilder<DefinitionIssue>();
            FieldDefinitionRules.Check(definitions[i], $"{path}/{i}", faults);
            issues.AddRange(faults);
            if (faults.Count == 0 && !fields.TryAdd(new(kind, definitions[i].Name), definitions[i].ToField()))
            {
                issues.Add(new("duplicateName", $"{path}/{i}/name", $"Another field is named '{definitions[i].Name}'."));
            }
        }
    }

    private static void CheckEvents(ImmutableArray<string> events, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        for (int i = 0; i < events.Length; i++)
        {
            if (string.IsNullOrEmpty(events[i]))
            {
                issues.Add(new("emptyName", $"/events/{i}", "An event has a name."));
            }
        }
    }

    private static void CheckParameters(AudienceRecipe recipe, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        var text = new RuleText(recipe.Rule);
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < recipe.Parameters.Length; i++)
        {
            string path = $"/parameters/{i}";
            if (recipe.Parameters[i] is not { } parameter)
            {
                issues.Add(new("missingMember", path, "The parameter is null."));
                continue;
            }

            if (string.IsNullOrWhiteSpace(parameter.Name))
            {
                issues.Add(new("emptyName", path + "/name", "A parameter has a name."));
            }
            else if (!names.Add(parameter.Name))
            {
                issues.Add(new("duplicateName", path + "/name", $"Another parameter is named '{parameter.Name}'."));
            }

            LocalizedText.Check(parameter.DisplayName, path + "/displayName", issues);
            if (parameter.Minimum > parameter.Maximum)
            {
                issues.Add(new("emptyRange", path, FormattableString.Invariant($"Nothing lies from {parameter.Minimum} to {parameter.Maximum}.")));
            }

            CheckPlaces(parameter, text, path, issues);
        }
    }

    private static void CheckPlaces(RecipeParameter parameter, RuleText text, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (parameter.Places.IsDefaultOrEmpty)
        {
            issues.Add(new("missingMember", path + "/places", "A parameter stands for at least one place of the rule."));
            return;
        }

        RuleValue? first = null;
        for (int i = 0; i < parameter.Places.Length; i++)
        {
            string place = parameter.Places[i] ?? "";
            RuleValue? value = text.ValueAt(place);
            first ??= value;
            if (value is null)
            {
                issues.Add(new("unknownPlace", $"{path}/places/{i}", $"The rule has no text, number or flag at '{place}'."));
            }
            else if (value != first)
            {
                issues.Add(new("placesDiffer", $"{path}/places/{i}", $"At '{place}' the rule has {value}, at another place of the parameter {first}."));
            }
            else if (Breach(parameter, value) is { } breach)
            {
                issues.Add(new("outOfRange", $"{path}/places/{i}", $"The parameter '{parameter.Name}' {breach}."));
            }
        }
    }

    /// <summary>Every name of the rule must be listed, with a kind that fits: whoever reads the lists knows what the recipe needs.</summary>
    private static void CheckNeeds(AudienceRecipe recipe, Dictionary<AbsentData, Field> fields, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        RuleFields.Check(
            recipe.Rule,
            "/rule",
            new RuleFieldSource(name => fields.GetValueOrDefault(new(AbsentDataKind.UserField, name)), OfEvents),
            issues);
        foreach (RuleName name in RuleNames.Of(recipe.Rule, "/rule"))
        {
            if (name.Kind == RuleNameKind.Event && !recipe.Events.Contains(name.Name, StringComparer.Ordinal))
            {
                issues.Add(new("unknownEvent", name.Path, $"The event '{name.Name}' is not among the events of the recipe."));
            }
            else if (name.Kind == RuleNameKind.Segment)
            {
                issues.Add(new("unknownSegment", name.Path, $"A recipe stands by itself; it cannot refer to the segment '{name.Name}'."));
            }
        }

        Field? OfEvents(string name) => name == Field.LocalTime.Name ? Field.LocalTime
            : name.StartsWith(Field.ContentPrefix, StringComparison.Ordinal) ? fields.GetValueOrDefault(new(AbsentDataKind.ContentField, name[Field.ContentPrefix.Length..]))
            : fields.GetValueOrDefault(new(AbsentDataKind.EventField, name));
    }
}
