using System.Globalization;

namespace UserOps.Models.Tags;

/// <summary>Edges as the numbers a column holds, and the bin of each value: how many lower ends it has reached.</summary>
internal static class BinKernels
{
    /// <summary>Gets the lowest whole number of units of each bin but the first; ends no value can reach are left out, as nobody passes them.</summary>
    /// <param name="edges">Strictly rising.</param>
    /// <param name="closed">To which bin an edge belongs.</param>
    /// <param name="scale">Digits after the point of the column.</param>
    internal static long[] LowestUnits(ReadOnlySpan<decimal> edges, BinClosure closed, int scale)
    {
        var lows = new List<long>(edges.Length);
        foreach (decimal edge in edges)
        {
            decimal whole = decimal.Floor(edge);
            decimal unitsOfOne = DecimalUnits.PowerOfTen(scale);
            bool isBelowAll = whole < long.MinValue / unitsOfOne;
            if (whole > long.MaxValue / unitsOfOne)
            {
                break;
            }

            decimal lowest = isBelowAll ? long.MinValue : LowestUnits((edge - whole) * unitsOfOne, whole * unitsOfOne, closed);
            if (lowest > long.MaxValue)
            {
                break;
            }

            lows.Add((long)lowest);
        }

        return [.. lows];
    }

    /// <summary>Gets the lowest number of each bin but the first, edges taken as the doubles nearest to them, as columns take what they read.</summary>
    internal static double[] LowestNumbers(ReadOnlySpan<decimal> edges, BinClosure closed)
    {
        var lows = new double[edges.Length];
        for (int i = 0; i < lows.Length; i++)
        {
            // By way of the text: the conversion of the framework may miss the nearest double by one.
            double edge = double.Parse(edges[i].ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
            lows[i] = closed == BinClosure.Left ? edge : Math.BitIncrement(edge);
        }

        return lows;
    }

    /// <summary>Counts the lower ends a value has reached; -1 for NaN, which has no place among numbers.</summary>
    internal static int BinOf(ReadOnlySpan<double> lows, double value) => double.IsNaN(value) ? -1 : Reached(lows, value);

    /// <summary>Counts the lower ends at or below a value.</summary>
    internal static int Reached<T>(ReadOnlySpan<T> lows, T value)
        where T : struct, IComparable<T>
    {
        int low = 0;
        for (int high = lows.Length; low < high;)
        {
            int middle = (low + high) >>> 1;
            if (lows[middle].CompareTo(value) <= 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    // The part after the point is below one, so neither product can round: a decimal holds 28 digits, of which the scale takes at most 12.
    private static decimal LowestUnits(decimal partUnits, decimal wholeUnits, BinClosure closed)
        => wholeUnits + (closed == BinClosure.Left ? decimal.Ceiling(partUnits) : decimal.Floor(partUnits) + 1);
}
