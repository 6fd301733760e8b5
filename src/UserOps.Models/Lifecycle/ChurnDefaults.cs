namespace UserOps.Models.Lifecycle;

/// <summary>Defaults and limits of churn warning and recall, each named once.</summary>
internal static class ChurnDefaults
{
    /// <summary>Three gaps, four visits: a median of fewer is one visit's accident.</summary>
    internal const int MinimumGaps = 3;

    /// <summary>Away twice as long as usual.</summary>
    internal const decimal GapRatioLimit = 2m;

    /// <summary>Three tenths less than before.</summary>
    internal const decimal TrendLimit = -0.3m;

    /// <summary>Ten years: beyond it a number of days is a typing error.</summary>
    internal const int MaximumDays = 3_653;

    /// <summary>A gap a million times the usual one never comes; larger limits would only overflow.</summary>
    internal const decimal MaximumGapRatioLimit = 1_000_000m;

    /// <summary>The score at which every sign that counts is at its limit.</summary>
    internal const double ScoreAtLimit = 0.5;

    internal const string ScoreColumn = "churn_score";

    internal const string GapRatioColumn = "churn_gap_ratio";
}
