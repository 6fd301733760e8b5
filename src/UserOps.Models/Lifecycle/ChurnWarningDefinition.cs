using System.Text.Json.Serialization;

namespace UserOps.Models.Lifecycle;

/// <summary>What a churn warning (流失预警) asks: is a user away longer than their own rhythm explains, and do their amounts fall?</summary>
/// <remarks>Plain data, JSON round-trip. Nothing is checked here; <see cref="ChurnWarningModel"/> checks everything at once.</remarks>
public sealed record ChurnWarningDefinition
{
    /// <summary>Initializes a new instance of the <see cref="ChurnWarningDefinition"/> class with every option at its default.</summary>
    public ChurnWarningDefinition()
    {
    }

    // For the generated reader, which gives zero bits, not the initializer's value, to what a text leaves out.
    [JsonConstructor]
    internal ChurnWarningDefinition(
        int minimumGaps = ChurnDefaults.MinimumGaps,
        decimal gapRatioLimit = ChurnDefaults.GapRatioLimit,
        QuantileDefinition quantile = NumericsDefaults.Quantile)
    {
        MinimumGaps = minimumGaps;
        GapRatioLimit = gapRatioLimit;
        Quantile = quantile;
    }

    /// <summary>Gets the events that show that a user is still there, such as logins.</summary>
    public required EventFilter Activity { get; init; }

    /// <summary>Gets between what gaps are measured. Default: <see cref="ChurnGapUnit.LocalDays"/>.</summary>
    public ChurnGapUnit GapUnit { get; init; }

    /// <summary>
    /// Gets how far back from the user's last activity the rhythm is looked for, in days, 1 to 3,653: local days, or of 24 hours between instants. It
    /// ends at the last activity and not at 'as of', so that a user who falls silent keeps the rhythm they had. Null for the whole history.
    /// </summary>
    public int? RhythmDays { get; init; }

    /// <summary>Gets how many gaps the rhythm needs, 1 or more; with fewer a user is unknown, never fine. Default: 3.</summary>
    public int MinimumGaps { get; init; } = ChurnDefaults.MinimumGaps;

    /// <summary>Gets how the median gap is read between two gaps. Default: <see cref="QuantileDefinition.R7"/>, the mean of the middle two.</summary>
    public QuantileDefinition Quantile { get; init; } = NumericsDefaults.Quantile;

    /// <summary>Gets the ratio of current to usual gap at and above which the gap passes, above 0 and at most a million. Default: 2.</summary>
    public decimal GapRatioLimit { get; init; } = ChurnDefaults.GapRatioLimit;

    /// <summary>Gets the amounts that are to fall; null where only the gap is asked about.</summary>
    public ChurnAmounts? Amounts { get; init; }

    /// <summary>Gets which signs must pass. Default: <see cref="ChurnCombination.Both"/>, which needs <see cref="Amounts"/>.</summary>
    public ChurnCombination WarnWhen { get; init; }
}
