using System.Collections.Immutable;

namespace UserOps.Models.Portraits;

/// <summary>What must hold for a persona; each rule has one stable code.</summary>
internal static class PersonaRules
{
    internal static ImmutableArray<DefinitionIssue> Check(Persona persona)
    {
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        if (string.IsNullOrWhiteSpace(persona.Id))
        {
            issues.Add(new("idMissing", "/id", "A persona needs an id."));
        }

        if (persona.Version < 1)
        {
            issues.Add(new("versionNotPositive", "/version", FormattableString.Invariant($"The version is {persona.Version}; versions start at 1.")));
        }

        LocalizedText.Check(persona.Name, "/name", issues);
        LocalizedText.Check(persona.Story, "/story", issues);
        CheckTexts(persona.Traits, "/traits", 1, issues);
        CheckTexts(persona.Goals, "/goals", 1, issues);
        CheckTexts(persona.Pains, "/pains", 0, issues);
        if (string.IsNullOrWhiteSpace(persona.Audience) && persona.Rule is null)
        {
            issues.Add(new("audienceMissing", "/audience", "A persona stands for an audience: name it, or give its rule."));
        }

        if (persona.Rule is not null)
        {
            RuleStructure.Check(persona.Rule, "/rule", RuleScope.Users, issues);
        }

        return issues.DrainToImmutable();
    }

    private static void CheckTexts(ImmutableArray<LocalizedText> texts, string path, int least, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (texts.IsDefault || texts.Length < least)
        {
            issues.Add(new("missingMember", path, "At least one is needed here."));
            return;
        }

        for (int i = 0; i < texts.Length; i++)
        {
            LocalizedText.Check(texts[i], $"{path}/{i}", issues);
        }
    }
}
