namespace UserOps.Models.Value;

/// <summary>One week or month of a tracking series.</summary>
public sealed record PurchaseTrackingStep
{
    /// <summary>Gets the first local date of the step.</summary>
    public required DateOnly Period { get; init; }

    /// <summary>Gets a value indicating whether all of the step was observed; the last one may be cut off.</summary>
    public required bool IsComplete { get; init; }

    /// <summary>Gets the customers who had bought by the end of the step.</summary>
    public required long Customers { get; init; }

    /// <summary>Gets the repeat purchases in the step.</summary>
    public required long Actual { get; init; }

    /// <summary>Gets how many the model expects in the step.</summary>
    public required double Expected { get; init; }

    /// <summary>Gets the repeat purchases up to the end of the step.</summary>
    public required long CumulativeActual { get; init; }

    /// <summary>Gets how many the model expects up to the end of the step.</summary>
    public required double CumulativeExpected { get; init; }
}
