namespace UserOps.Models.Value;

/// <summary>The customers with so many repeat purchases in calibration: what they did afterwards, and what was expected.</summary>
public sealed record HoldoutGroup
{
    /// <summary>Gets the repeat purchases in calibration; of the last group, at least so many.</summary>
    public required int RepeatPurchases { get; init; }

    /// <summary>Gets a value indicating whether customers with more are here too.</summary>
    public required bool AndMore { get; init; }

    /// <summary>Gets the customers.</summary>
    public required long Customers { get; init; }

    /// <summary>Gets the purchases a customer made after the calibration, on average; no value without customers.</summary>
    public required Measure<double> MeanActual { get; init; }

    /// <summary>Gets the purchases expected of a customer, on average; no value without customers.</summary>
    public required Measure<double> MeanPredicted { get; init; }
}
