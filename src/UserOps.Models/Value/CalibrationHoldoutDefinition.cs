namespace UserOps.Models.Value;

/// <summary>Where a history is cut in two: a model learns from what came before, and is judged by what came after. Plain data, JSON round-trip.</summary>
public sealed record CalibrationHoldoutDefinition
{
    /// <summary>Gets the whole history; its end is the end of the holdout.</summary>
    public required PurchaseHistoryDefinition History { get; init; }

    /// <summary>Gets the last local date of the calibration, the whole day inside; of weeks and months the last day of one.</summary>
    public required DateOnly CalibrationEnd { get; init; }
}
