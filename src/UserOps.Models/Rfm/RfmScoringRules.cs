using System.Collections.Immutable;

namespace UserOps.Models.Rfm;

/// <summary>What must hold for scoring, splits and labels; each rule has one stable code.</summary>
internal static class RfmScoringRules
{
    private const int Most = RfmScoringDefaults.MaximumBins;
    private const int WeightDigits = 12;

    internal static void Check(RfmAxisScoring scoring, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        CheckNamed(scoring.Method, path + "/method", issues);
        if (scoring.Bins is { } bins and (< 1 or > Most))
        {
            issues.Add(new("binsOutOfRange", path + "/bins", FormattableString.Invariant($"The number of bins is {bins}; it is 1 to {Most}.")));
        }

        if (scoring.Method == RfmScoringMethod.Thresholds)
        {
            CheckThresholds(scoring, path, issues);
        }
        else if (!scoring.Thresholds.IsEmpty)
        {
            issues.Add(new("unknownMember", path + "/thresholds", $"The method {scoring.Method} knows no thresholds."));
        }
    }

    internal static void Check(RfmBoundaries boundaries, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (boundaries.Cuts.IsDefault)
        {
            issues.Add(new("missingMember", path + "/cuts", "The cuts are missing; an empty list gives every value the score 1."));
            return;
        }

        if (boundaries.Cuts.Length >= Most)
        {
            issues.Add(new("binsOutOfRange", path + "/cuts", FormattableString.Invariant($"{boundaries.Cuts.Length} cuts make more than {Most} scores.")));
        }

        for (int i = 1; i < boundaries.Cuts.Length; i++)
        {
            if (boundaries.Cuts[i] < boundaries.Cuts[i - 1])
            {
                issues.Add(new("cutsFalling", $"{path}/cuts/{i}", FormattableString.Invariant($"The cut {boundaries.Cuts[i]} is below {boundaries.Cuts[i - 1]}, the one before it.")));
            }
        }
    }

    internal static void Check(RfmSplit split, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        CheckNamed(split.Method, path + "/method", issues);
        CheckNamed(split.EqualToCut, path + "/equalToCut", issues);
        if (split.Method == RfmSplitMethod.Given && split.Given is null)
        {
            issues.Add(new("missingMember", path + "/given", "The cuts are to be given, but are missing."));
        }
        else if (split.Method != RfmSplitMethod.Given && split.Given is not null)
        {
            issues.Add(new("unknownMember", path + "/given", $"Cuts are given, but the method is {split.Method}."));
        }
    }

    internal static void Check(RfmLabelRule rule, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        CheckNamed(rule.ImportantValue, path + "/importantValue", issues);
        CheckNamed(rule.ImportantKeep, path + "/importantKeep", issues);
        CheckNamed(rule.ImportantDevelop, path + "/importantDevelop", issues);
        CheckNamed(rule.ImportantWinBack, path + "/importantWinBack", issues);
        CheckNamed(rule.GeneralValue, path + "/generalValue", issues);
        CheckNamed(rule.GeneralKeep, path + "/generalKeep", issues);
        CheckNamed(rule.GeneralDevelop, path + "/generalDevelop", issues);
        CheckNamed(rule.GeneralWinBack, path + "/generalWinBack", issues);
    }

    internal static void Check(RfmWeights weights, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        foreach ((decimal weight, string axis) in ((decimal, string)[])[(weights.Recency, "recency"), (weights.Frequency, "frequency"), (weights.Monetary, "monetary")])
        {
            if (weight is < 0 or > 1_000_000)
            {
                issues.Add(new("weightOutOfRange", $"{path}/{axis}", FormattableString.Invariant($"The weight is {weight}; it is 0 to 1000000.")));
            }
            else if (weight != decimal.Round(weight, WeightDigits))
            {
                issues.Add(new("tooManyDigits", $"{path}/{axis}", FormattableString.Invariant($"The weight is {weight}; it has at most {WeightDigits} digits after the point, so that every sum is exact.")));
            }
        }

        if (weights is { Recency: 0, Frequency: 0, Monetary: 0 })
        {
            issues.Add(new("weightOutOfRange", path, "All weights are 0, so every score would be 0."));
        }
    }

    private static void CheckThresholds(RfmAxisScoring scoring, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        ImmutableArray<decimal> thresholds = scoring.Thresholds;
        if (thresholds.IsEmpty)
        {
            issues.Add(new("missingMember", path + "/thresholds", "The thresholds are missing; there is at least one."));
            return;
        }

        if (thresholds.Length >= Most)
        {
            issues.Add(new("binsOutOfRange", path + "/thresholds", FormattableString.Invariant($"{thresholds.Length} thresholds make more than {Most} scores.")));
        }

        if (scoring.Bins is { } bins && bins != thresholds.Length + 1)
        {
            issues.Add(new("binCount", path + "/bins", FormattableString.Invariant($"{thresholds.Length} thresholds make {thresholds.Length + 1} bins, not {bins}.")));
        }

        for (int i = 1; i < thresholds.Length; i++)
        {
            if (thresholds[i] <= thresholds[i - 1])
            {
                issues.Add(new("thresholdsNotRising", $"{path}/thresholds/{i}", FormattableString.Invariant($"The threshold {thresholds[i]} is not above {thresholds[i - 1]}, the one before it.")));
            }
        }
    }

    internal static void CheckNamed<T>(T value, string path, ImmutableArray<DefinitionIssue>.Builder issues)
        where T : struct, Enum
    {
        if (!Enum.IsDefined(value))
        {
            issues.Add(new("unknownValue", path, $"{value:D} is none of {string.Join(", ", Enum.GetNames<T>())}."));
        }
    }
}
