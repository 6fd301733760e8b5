using System.Collections.Immutable;

namespace UserOps.Models.Tags;

/// <summary>What must hold for what is known of a feature: counts that fit their totals, distributions that have a spread.</summary>
internal static class NaiveBayesLearnedRules
{
    internal static void Check(NaiveBayesLearned? learned, int classes, string path, HashSet<string> names, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (learned is null)
        {
            issues.Add(new("missingMember", path, "The feature is null."));
            return;
        }

        NaiveBayesRules.Check(learned.Feature, path + "/feature", names, issues);
        if (learned.Feature?.Kind == NaiveBayesFeatureKind.Number)
        {
            CheckNumber(learned, classes, path, issues);
        }
        else if (learned.Feature is not null)
        {
            CheckTexts(learned, classes, path, issues);
        }
    }

    private static void CheckNumber(NaiveBayesLearned learned, int classes, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (!learned.Normals.IsEmpty)
        {
            CheckLength(learned.Normals.Length, classes, path + "/normals", issues);
        }

        for (int i = 0; i < learned.Normals.Length; i++)
        {
            if (learned.Normals[i] is not { } normal)
            {
                issues.Add(new("missingMember", $"{path}/normals/{i}", "The distribution is null."));
            }
            else if (!(double.IsFinite(normal.Mean) && double.IsFinite(normal.Variance) && normal.Variance > 0))
            {
                issues.Add(new("outOfRange", $"{path}/normals/{i}", FormattableString.Invariant($"Mean {normal.Mean}, variance {normal.Variance}; both are finite, and the variance is above 0.")));
            }
        }

        if (!learned.Totals.IsEmpty || !learned.Texts.IsEmpty || learned.Vocabulary != 0)
        {
            issues.Add(new("notForKind", path, "A number has no texts to count."));
        }
    }

    private static void CheckTexts(NaiveBayesLearned learned, int classes, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (!learned.Normals.IsEmpty)
        {
            issues.Add(new("notForKind", path + "/normals", "Texts have no distribution of numbers."));
        }

        CheckLength(learned.Totals.Length, classes, path + "/totals", issues);
        if (learned.Vocabulary < learned.Texts.Length)
        {
            issues.Add(new("outOfRange", path + "/vocabulary", FormattableString.Invariant($"The vocabulary is {learned.Vocabulary}, but {learned.Texts.Length} texts are counted.")));
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        var sums = new decimal[learned.Totals.Length]; // a sum of longs that are not trusted yet
        for (int i = 0; i < learned.Texts.Length; i++)
        {
            CheckText(learned.Texts[i], sums, $"{path}/texts/{i}", seen, issues);
        }

        for (int i = 0; i < sums.Length; i++)
        {
            if (sums[i] > learned.Totals[i])
            {
                issues.Add(new("outOfRange", $"{path}/totals/{i}", FormattableString.Invariant($"The total is {learned.Totals[i]}, but the counts add up to {sums[i]}.")));
            }
        }
    }

    private static void CheckText(NaiveBayesText? text, decimal[] sums, string path, HashSet<string> seen, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (text?.Text is null || text.Counts.IsDefault)
        {
            issues.Add(new("missingMember", path, "A text and its counts belong together; one of them is missing."));
            return;
        }

        if (!seen.Add(text.Text))
        {
            issues.Add(new("duplicateName", path + "/text", $"'{text.Text}' is counted twice."));
        }

        CheckLength(text.Counts.Length, sums.Length, path + "/counts", issues);
        for (int i = 0; i < text.Counts.Length; i++)
        {
            if (text.Counts[i] < 0)
            {
                issues.Add(new("negativeValue", $"{path}/counts/{i}", FormattableString.Invariant($"The count is {text.Counts[i]}.")));
            }
            else if (i < sums.Length)
            {
                sums[i] += text.Counts[i];
            }
        }
    }

    private static void CheckLength(int length, int classes, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (length != classes)
        {
            issues.Add(new("classCount", path, $"There are {classes} classes, but {length} entries."));
        }
    }
}
