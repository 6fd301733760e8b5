using System.Diagnostics;
using System.Numerics;

namespace UserOps.Models.Rfm;

/// <summary>The sides of three cuts, gathered in the number of the group.</summary>
internal static class RfmSplitKernels
{
    internal const byte LowRecency = 1;
    internal const byte LowFrequency = 2;
    internal const byte LowMonetary = 4;

    /// <summary>Adds the bit of an axis to the group of everybody who is low on it.</summary>
    /// <param name="values">Shape [values].</param>
    /// <param name="lowestAbove">The smallest value above the cut; it may be beyond what the values can be.</param>
    /// <param name="lowerIsBetter">Whether being above the cut is being low.</param>
    /// <param name="bit">The bit of the axis.</param>
    /// <param name="groups">Shape [values]; the bit is set, or left as it is.</param>
    internal static void MarkLow<T>(ReadOnlySpan<T> values, BigInteger lowestAbove, bool lowerIsBetter, byte bit, Span<byte> groups)
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
    {
        Debug.Assert(values.Length == groups.Length, "one group per value");
        (byte below, byte above) = lowerIsBetter ? ((byte)0, bit) : (bit, (byte)0);
        if (lowestAbove > BigInteger.CreateChecked(T.MaxValue))
        {
            MarkAll(groups, below);
            return;
        }

        T lowest = T.CreateSaturating(lowestAbove); // below all values it becomes the lowest there can be, which all reach
        for (int i = 0; i < groups.Length; i++)
        {
            groups[i] |= values[i] >= lowest ? above : below;
        }
    }

    private static void MarkAll(Span<byte> groups, byte bit)
    {
        foreach (ref byte group in groups)
        {
            group |= bit;
        }
    }
}
