using System.Text.Json.Serialization;

namespace UserOps.Models.Portraits;

/// <summary>What an exact column comes to over an audience, as a sum over users.</summary>
public sealed record AmountTotal
{
    /// <summary>Gets the column.</summary>
    public required string Field { get; init; }

    /// <summary>Gets the ISO 4217 code of the currency; null for a quantity.</summary>
    public string? Currency { get; init; }

    /// <summary>Gets the users whose value is known.</summary>
    public required long Known { get; init; }

    /// <summary>Gets the users whose value is missing.</summary>
    public required long Missing { get; init; }

    /// <summary>Gets the exact sum; 0 over nobody.</summary>
    public required decimal Sum { get; init; }

    /// <summary>Gets the lowest value; without a number over nobody.</summary>
    public required Measure<decimal> Minimum { get; init; }

    /// <summary>Gets the highest value; without a number over nobody.</summary>
    public required Measure<decimal> Maximum { get; init; }

    /// <summary>Gets the mean of the known values, to the digits of a decimal; without a number over nobody.</summary>
    [JsonIgnore]
    public Measure<decimal> Mean => Known == 0 ? UndefinedReason.EmptyPopulation : Sum / Known;

    internal static AmountTotal Merge(AmountTotal a, AmountTotal b) => a with
    {
        Known = a.Known + b.Known,
        Missing = a.Missing + b.Missing,
        Sum = a.Sum + b.Sum,
        Minimum = a.Minimum.Value is { } left && b.Minimum.Value is { } right ? Math.Min(left, right) : a.Known > 0 ? a.Minimum : b.Minimum,
        Maximum = a.Maximum.Value is { } high && b.Maximum.Value is { } other ? Math.Max(high, other) : a.Known > 0 ? a.Maximum : b.Maximum,
    };
}
