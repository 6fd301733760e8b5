namespace UserOps.Models.Stratification;

/// <summary>Arithmetic over values in whole units, highest first: spans in, numbers out, nothing allocated, nothing rounded.</summary>
/// <remarks>Magnitudes add up to less than 2^96 (see <see cref="CommonScale"/>) and counts are below 2^31, so that every product here fits.</remarks>
internal static class StratificationKernels
{
    internal static Int128 Sum(ReadOnlySpan<Int128> units)
    {
        Int128 sum = 0;
        foreach (Int128 unit in units)
        {
            sum += unit;
        }

        return sum;
    }

    /// <summary>Gets the fewest values that add up to a target.</summary>
    /// <param name="descending">Not negative, highest first.</param>
    /// <param name="target">Any number.</param>
    /// <returns>0 to the number of values; all of them where even they do not reach it.</returns>
    internal static int Fewest(ReadOnlySpan<Int128> descending, Int128 target)
    {
        Int128 sum = 0;
        int count = 0;
        while (count < descending.Length && sum < target)
        {
            sum += descending[count++];
        }

        return count;
    }

    /// <summary>Gets the fewest values whose share of the count and share of the total add up to 1.</summary>
    /// <param name="descending">Not negative, highest first.</param>
    /// <param name="total">Their sum.</param>
    internal static int Balance(ReadOnlySpan<Int128> descending, Int128 total)
    {
        // Unsigned, because each of the two products comes close to 2^127.
        UInt128 whole = (UInt128)total * (uint)descending.Length;
        UInt128 sum = 0;
        int count = 0;
        while (count < descending.Length && ((UInt128)total * (uint)count) + (sum * (uint)descending.Length) < whole)
        {
            sum += (UInt128)descending[count++];
        }

        return count;
    }

    /// <summary>Gets the Gini coefficient in population form: the mean absolute difference over twice the mean.</summary>
    /// <param name="descending">Not negative, highest first; at least one.</param>
    /// <param name="total">Their sum; above 0.</param>
    internal static double Gini(ReadOnlySpan<Int128> descending, Int128 total)
    {
        Int128 weighted = 0;
        for (int i = 0; i < descending.Length; i++)
        {
            weighted += descending[i] * (descending.Length - 1 - (2L * i));
        }

        return (double)weighted / ((double)total * descending.Length);
    }

    /// <summary>Counts the values above 0: where a curve of profits has its peak for the first time.</summary>
    /// <param name="descending">Highest first.</param>
    internal static int CountPositive(ReadOnlySpan<Int128> descending) => CountAbove(descending, 0);

    /// <summary>Counts the values below 0.</summary>
    /// <param name="descending">Highest first.</param>
    internal static int CountNegative(ReadOnlySpan<Int128> descending) => descending.Length - CountAbove(descending, -1);

    /// <summary>Gets the end of the run of equal values in which a position lies; the position itself where it lies between two runs.</summary>
    /// <param name="descending">Highest first.</param>
    /// <param name="position">0 to the number of values.</param>
    internal static int RunEnd(ReadOnlySpan<Int128> descending, int position)
        => position == 0 || position == descending.Length ? position : position + CountAbove(descending[position..], descending[position - 1] - 1);

    /// <summary>Gets the start of the run of equal values in which a position lies; the position itself where it lies between two runs.</summary>
    internal static int RunStart(ReadOnlySpan<Int128> descending, int position)
        => position == 0 || position == descending.Length || descending[position - 1] != descending[position]
            ? position
            : CountAbove(descending, descending[position]);

    /// <summary>Finds the tier of a value.</summary>
    /// <param name="bounds">From which value each tier begins, included; strictly rising.</param>
    /// <param name="value">Any value.</param>
    /// <returns>The last tier that begins at or below the value; -1 below the first.</returns>
    internal static int TierOf(ReadOnlySpan<Int128> bounds, Int128 value)
    {
        int tier = -1;
        foreach (Int128 bound in bounds)
        {
            tier += value >= bound ? 1 : 0;
        }

        return tier;
    }

    private static int CountAbove(ReadOnlySpan<Int128> descending, Int128 value)
    {
        (int low, int high) = (0, descending.Length);
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            (low, high) = descending[middle] > value ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
