namespace UserOps.Models.Value;

/// <summary>What some customers will still bring together. Plain data, JSON round-trip.</summary>
public sealed record LifetimeValueTotal
{
    /// <summary>Gets for how many customers the rows stand.</summary>
    public required double Customers { get; init; }

    /// <summary>Gets how many of them have a value; the others have no expected spend, and add nothing.</summary>
    public required double Valued { get; init; }

    /// <summary>Gets the purchases expected of all customers over the whole time, not discounted.</summary>
    public required double ExpectedPurchases { get; init; }

    /// <summary>Gets the sum of the values there are.</summary>
    public required double Value { get; init; }

    /// <summary>Gets the mean of the values there are; no value without one.</summary>
    public Measure<double> Mean => Valued > 0 ? Value / Valued : UndefinedReason.EmptyPopulation;
}
