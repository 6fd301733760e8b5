using System.Collections.Immutable;

namespace UserOps.Models.Tags;

/// <summary>What must hold for bins; each rule has one stable code.</summary>
internal static class BinningRules
{
    internal static ImmutableArray<DefinitionIssue> Check(BinningDefinition definition)
    {
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        if (definition.Edges.IsDefault)
        {
            issues.Add(new("missingMember", "/edges", "The edges are missing."));
        }
        else
        {
            CheckRising(definition.Edges, "/edges", "edgesNotRising", "edge", issues);
        }

        CheckLabels(definition.Labels, issues);
        if (!definition.Edges.IsDefault && !definition.Labels.IsDefault && definition.Labels.Length != definition.Edges.Length + 1)
        {
            issues.Add(new("labelCount", "/labels", $"{definition.Edges.Length} edges make {definition.Edges.Length + 1} bins, but there are {definition.Labels.Length} labels."));
        }

        CheckNamed(definition.Closed, "/closed", issues);
        return issues.DrainToImmutable();
    }

    internal static ImmutableArray<DefinitionIssue> Check(QuantileBinningDefinition definition)
    {
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        CheckLabels(definition.Labels, issues);
        if (!definition.Labels.IsDefault && definition.Labels.Length < 2)
        {
            issues.Add(new("labelCount", "/labels", "One bin needs no cut; there are at least two labels."));
        }

        CheckProbabilities(definition, issues);
        CheckNamed(definition.Quantile, "/quantile", issues);
        CheckNamed(definition.Closed, "/closed", issues);
        CheckNamed(definition.Ties, "/ties", issues);
        return issues.DrainToImmutable();
    }

    private static void CheckProbabilities(QuantileBinningDefinition definition, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        ImmutableArray<decimal> cuts = definition.Probabilities;
        for (int i = 0; i < cuts.Length; i++)
        {
            if (cuts[i] is <= 0 or >= 1)
            {
                issues.Add(new("shareOutOfRange", $"/probabilities/{i}", FormattableString.Invariant($"The share is {cuts[i]}; a cut lies above 0 and below 1.")));
            }
        }

        CheckRising(cuts, "/probabilities", "edgesNotRising", "share", issues);
        if (!cuts.IsEmpty && !definition.Labels.IsDefault && definition.Labels.Length != cuts.Length + 1)
        {
            issues.Add(new("labelCount", "/labels", $"{cuts.Length} cuts make {cuts.Length + 1} bins, but there are {definition.Labels.Length} labels."));
        }
    }

    private static void CheckRising(ImmutableArray<decimal> values, string path, string code, string what, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        for (int i = 1; i < values.Length; i++)
        {
            if (values[i] <= values[i - 1])
            {
                issues.Add(new(code, $"{path}/{i}", FormattableString.Invariant($"The {what} {values[i]} is not above {values[i - 1]}, the one before it.")));
            }
        }
    }

    private static void CheckLabels(ImmutableArray<string> labels, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (labels.IsDefault)
        {
            issues.Add(new("missingMember", "/labels", "The labels are missing."));
            return;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < labels.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(labels[i]))
            {
                issues.Add(new("labelMissing", $"/labels/{i}", "A bin needs a label."));
            }
            else if (!seen.Add(labels[i]))
            {
                issues.Add(new("duplicateLabel", $"/labels/{i}", $"Another bin has the label '{labels[i]}'."));
            }
        }
    }

    private static void CheckNamed<T>(T value, string path, ImmutableArray<DefinitionIssue>.Builder issues)
        where T : struct, Enum
    {
        if (!Enum.IsDefined(value))
        {
            issues.Add(new("unknownValue", path, $"{value} is not one of the named values."));
        }
    }
}
