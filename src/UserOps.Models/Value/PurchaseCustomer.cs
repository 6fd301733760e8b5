namespace UserOps.Models.Value;

/// <summary>What a log says of one customer.</summary>
/// <remarks>
/// A purchase is a period with a purchase. Reports count all of them, models of repeat buying those after the first: two numbers with two names, because
/// feeding the one to the other's formula is a published mistake.
/// </remarks>
public sealed record PurchaseCustomer
{
    /// <summary>Gets who it is.</summary>
    public required UserId User { get; init; }

    /// <summary>Gets the first local date of the period of the first purchase.</summary>
    public required DateOnly FirstPurchase { get; init; }

    /// <summary>Gets the first local date of the period of the last purchase.</summary>
    public required DateOnly LastPurchase { get; init; }

    /// <summary>Gets the periods with a purchase, the first included; at least 1.</summary>
    public required int Purchases { get; init; }

    /// <summary>Gets the periods with a purchase after the first.</summary>
    public int RepeatPurchases => Purchases - 1;

    /// <summary>Gets the time from the first purchase to the last, in the unit of the definition.</summary>
    public required double AgeAtLastPurchase { get; init; }

    /// <summary>Gets the time from the first purchase to the end of observation.</summary>
    public required double Age { get; init; }

    /// <summary>Gets what was spent in the periods whose spend is known, exact; no value where there is none. One event without an amount leaves the spend of its period unknown.</summary>
    public required Measure<decimal> Spend { get; init; }

    /// <summary>Gets the mean of the spends of all periods with a purchase whose spend is known; no value where there is none.</summary>
    public required Measure<decimal> MeanSpend { get; init; }

    /// <summary>Gets the mean of the spends after the first purchase whose spend is known; no value where there is none.</summary>
    public required Measure<decimal> MeanRepeatSpend { get; init; }
}
