namespace UserOps.Models.Stratification;

/// <summary>Shares of a total value.</summary>
internal static class ValueShares
{
    /// <summary>Says why there are no shares of a total; null where there are.</summary>
    internal static UndefinedReason? Undefined(decimal total, long users) => users == 0 ? UndefinedReason.EmptyPopulation
        : total == 0 ? UndefinedReason.ZeroBase
        : total < 0 ? UndefinedReason.NegativeBase
        : null;

    /// <summary>Gets the share of a part.</summary>
    /// <param name="part">A sum of some of the values.</param>
    /// <param name="total">The sum of all of them.</param>
    /// <param name="users">How many there are.</param>
    internal static Measure<double> Of(decimal part, decimal total, long users)
        => Undefined(total, users) is { } reason ? reason : (double)part / (double)total;
}
