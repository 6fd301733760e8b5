namespace UserOps.Models.Profitability;

/// <summary>The arithmetic of statements: a line is rounded once, where it arises; whatever follows are sums of lines and exact.</summary>
internal static class ProfitabilityKernels
{
    private static readonly Int128[] PowersOfTen = [.. Enumerable.Range(0, ProfitabilityDefaults.LineDigits + 1).Select(power => (Int128)DecimalUnits.PowerOfTen(power))];

    /// <summary>Rounds to the digits of a line, half to even.</summary>
    internal static decimal Line(decimal value)
        => value.Scale <= ProfitabilityDefaults.LineDigits ? value : decimal.Round(value, ProfitabilityDefaults.LineDigits, MidpointRounding.ToEven);

    /// <summary>Gets what a yearly rate gives on an amount in a period.</summary>
    /// <exception cref="OverflowException">The product is more than a decimal holds.</exception>
    internal static decimal Accrued(decimal amount, decimal ratePerYear, AccrualPeriod period) => period.Units == period.UnitsPerYear
        ? Line(amount * ratePerYear) // a year, the usual question: no quotient
        : Line(amount * ratePerYear * period.Units / period.UnitsPerYear);

    /// <summary>Gets a line in its smallest unit.</summary>
    /// <param name="line">At most <see cref="ProfitabilityDefaults.LineDigits"/> digits after the point.</param>
    /// <exception cref="OverflowException">There are more units than 127 bits hold.</exception>
    internal static Int128 UnitsOf(decimal line)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(line, bits);
        var digits = new UInt128((uint)bits[2], ((ulong)(uint)bits[1] << 32) | (uint)bits[0]);
        Int128 units = checked((Int128)digits * PowersOfTen[ProfitabilityDefaults.LineDigits - line.Scale]);
        return bits[3] < 0 ? -units : units;
    }

    /// <summary>Gets units as a decimal with no more digits than it needs.</summary>
    /// <exception cref="OverflowException">The sum is 7.9 x 10^18 or more.</exception>
    internal static decimal FromUnits(Int128 units) => DecimalUnits.ToDecimal(units, ProfitabilityDefaults.LineDigits);
}
