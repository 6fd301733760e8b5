using System.Globalization;

namespace UserOps.Models;

/// <summary>How far an actual value is from the limit of its rule: the limit minus the value, so what the value would have to gain.</summary>
/// <remarks>
/// Where the rule is false this is what is missing, where it is true it is what is spare. Exactly one of the first four is there. A count is
/// measured to the last number for which the rule holds: one more than 3 for <c>gt 3</c>.
/// </remarks>
public sealed record BoundaryDistance
{
    /// <summary>Gets the distance in units of the value: events, money, pieces.</summary>
    public decimal? Number { get; init; }

    /// <summary>Gets the distance of measured numbers.</summary>
    public double? Measured { get; init; }

    /// <summary>Gets the distance of instants.</summary>
    public TimeSpan? Time { get; init; }

    /// <summary>Gets the distance of dates, in days.</summary>
    public int? Days { get; init; }

    /// <summary>Gets a value indicating whether the rule is true at the limit itself.</summary>
    public required bool HoldsAtLimit { get; init; }

    /// <summary>Writes the distance with its sign, without regard to culture: <c>+1</c>, <c>-2.00:00:00</c>, <c>+3 days</c>.</summary>
    public override string ToString()
        => (Number ?? (decimal?)Days) is { } number ? number.ToString("+0.############################;-0.############################;0", CultureInfo.InvariantCulture) + (Days is null ? "" : " days")
            : Measured is { } measured ? (measured > 0 ? "+" : "") + measured.ToString(CultureInfo.InvariantCulture)
            : (Time > TimeSpan.Zero ? "+" : "") + Time?.ToString("c", CultureInfo.InvariantCulture);
}
