using System.Text.Json.Serialization;

namespace UserOps.Models.Profitability;

/// <summary>How the cost of one pool is shared out.</summary>
public sealed record CostPoolResult
{
    /// <summary>Gets the pool.</summary>
    public required CostPool Pool { get; init; }

    /// <summary>Gets the units all users used of its driver.</summary>
    public required decimal Usage { get; init; }

    /// <summary>Gets the part of the cost that users bear.</summary>
    public required decimal Allocated { get; init; }

    /// <summary>Gets the units the cost is divided by: the practical capacity, or what was used.</summary>
    [JsonIgnore]
    public decimal Base => Pool.PracticalCapacity ?? Usage;

    /// <summary>Gets the cost of one unit, a quotient; without a number where there is no unit to divide by.</summary>
    [JsonIgnore]
    public Measure<decimal> Rate => Base == 0 ? UndefinedReason.ZeroBase : Pool.Cost / Base;

    /// <summary>Gets the part of the cost that nobody bears: idle capacity, or a pool nobody used. Negative where more was used than the capacity.</summary>
    [JsonIgnore]
    public decimal Unallocated => Pool.Cost - Allocated;
}
