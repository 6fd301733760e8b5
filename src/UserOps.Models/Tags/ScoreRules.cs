using System.Collections.Immutable;

namespace UserOps.Models.Tags;

/// <summary>What must hold for a score: elements with ids, points that add up exactly, bands that rise.</summary>
internal static class ScoreRules
{
    internal static void Check(TagDefinition tag, ScoreComputation score, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (score.Elements.IsDefault)
        {
            issues.Add(new("missingMember", path + "/elements", "The list of elements was never set; an empty list gives everybody 0."));
        }
        else
        {
            CheckElements(score.Elements, path + "/elements", issues);
        }

        CheckBands(tag, score.Bands, path + "/bands", issues);
    }

    private static void CheckElements(ImmutableArray<ScoreElement> elements, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < elements.Length; i++)
        {
            ScoreElement element = elements[i];
            TagRules.CheckText(element?.Id, "id", $"{path}/{i}", issues);
            if (element?.Id is not null && !ids.Add(element.Id))
            {
                issues.Add(new("duplicateId", $"{path}/{i}/id", $"There is another element '{element.Id}'."));
            }

            if (element is not null && ScorePoints.ScaleOf(element.Points) > TagDefaults.MaximumScale)
            {
                issues.Add(new("tooManyDigits", $"{path}/{i}/points", FormattableString.Invariant($"Points have at most {TagDefaults.MaximumScale} digits after the point, not as {element.Points}.")));
            }

            RuleStructure.Check(element?.Rule, $"{path}/{i}/rule", RuleScope.Users, issues);
        }

        if (!ScorePoints.AddUp(elements))
        {
            issues.Add(new("outOfRange", path, "All points together are more than a 64-bit number of their smallest unit holds."));
        }
    }

    private static void CheckBands(TagDefinition tag, ImmutableArray<ScoreBand> bands, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (bands.IsEmpty && tag.ValueType == TagValueType.Enumeration)
        {
            issues.Add(new("missingMember", path, "A score whose value is a band needs bands."));
        }

        for (int i = 0; i < bands.Length; i++)
        {
            TagRules.CheckText(bands[i]?.Name, "name", $"{path}/{i}", issues);
            if (tag.ValueType == TagValueType.Enumeration)
            {
                TagComputationRules.CheckListed(tag, bands[i]?.Name, $"{path}/{i}/name", issues);
            }

            if (i > 0 && bands[i]?.From <= bands[i - 1]?.From)
            {
                issues.Add(new("notRising", $"{path}/{i}/from", FormattableString.Invariant($"A band begins above the one before; {bands[i].From} is not above {bands[i - 1].From}.")));
            }
        }
    }
}
