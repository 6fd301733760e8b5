using System.Globalization;
using System.Numerics;
using UserOps.Models.Rfm;

namespace UserOps.Models.Tests.Rfm;

/// <summary>Cuts of one axis in whole numbers of 10^-28: sum everything, compare n times a value with the sum.</summary>
internal static class TwinSplit
{
    private const int Scale = 28;

    /// <summary>Tells who is high.</summary>
    public static bool[] IsHigh(decimal[] values, RfmSplit split, decimal? given, bool lowerIsBetter)
    {
        BigInteger[] units = [.. values.Select(Units)];
        BigInteger[] sorted = [.. units.Order()];
        (BigInteger sum, int n) = split.Method switch
        {
            RfmSplitMethod.Mean => (units.Aggregate(BigInteger.Zero, BigInteger.Add), units.Length),
            RfmSplitMethod.Median => (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2], 2),
            _ => (Units(given!.Value), 1),
        };
        return [.. units.Select(value => (value * n).CompareTo(sum)).Select(side => side == 0 ? split.EqualToCut == RfmCutSide.High : side > 0 != lowerIsBetter)];
    }

    private static BigInteger Units(decimal value)
    {
        string[] parts = value.ToString(CultureInfo.InvariantCulture).Split('.');
        string digits = parts[0] + (parts.Length > 1 ? parts[1] : "").PadRight(Scale, '0');
        return BigInteger.Parse(digits, CultureInfo.InvariantCulture);
    }
}
