using System.Collections.Immutable;

namespace UserOps.Models.Portraits;

/// <summary>What must hold for the questions of portraits; each rule has one stable code.</summary>
internal static class PortraitRules
{
    internal static ImmutableArray<DefinitionIssue> Check(TargetGroupIndexDefinition definition)
    {
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        CheckNamed(definition.Scale, "/scale", issues);
        if (!(definition.ConfidenceLevel > 0 && definition.ConfidenceLevel < 1))
        {
            issues.Add(new("shareOutOfRange", "/confidenceLevel", FormattableString.Invariant($"The level is {definition.ConfidenceLevel}; it lies strictly between 0 and 1.")));
        }

        if (definition.SmallCount < 0)
        {
            issues.Add(new("negativeValue", "/smallCount", FormattableString.Invariant($"The count is {definition.SmallCount}; it is 0 or more.")));
        }

        return issues.DrainToImmutable();
    }

    internal static ImmutableArray<DefinitionIssue> Check(AudienceProfileDefinition definition)
    {
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < definition.Fields.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(definition.Fields[i]))
            {
                issues.Add(new("nameMissing", $"/fields/{i}", "A column has a name."));
            }
            else if (!names.Add(definition.Fields[i]))
            {
                issues.Add(new("duplicateName", $"/fields/{i}", $"The column '{definition.Fields[i]}' is listed twice."));
            }
        }

        for (int i = 0; i < definition.Probabilities.Length; i++)
        {
            decimal share = definition.Probabilities[i];
            if (share is < 0 or > 1)
            {
                issues.Add(new("shareOutOfRange", $"/probabilities/{i}", FormattableString.Invariant($"The probability is {share}; it lies between 0 and 1.")));
            }
            else if (i > 0 && share <= definition.Probabilities[i - 1])
            {
                issues.Add(new("notRising", $"/probabilities/{i}", FormattableString.Invariant($"The probability {share} is not above {definition.Probabilities[i - 1]}, the one before it.")));
            }
        }

        CheckNamed(definition.Quantile, "/quantile", issues);
        return issues.DrainToImmutable();
    }

    internal static void CheckNamed<T>(T value, string path, ImmutableArray<DefinitionIssue>.Builder issues)
        where T : struct, Enum
    {
        if (!Enum.IsDefined(value))
        {
            issues.Add(new("unknownValue", path, $"{value} is not one of the named values."));
        }
    }
}
