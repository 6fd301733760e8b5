using System.Globalization;

namespace UserOps.Models.Rfm;

/// <summary>Doubles as whole numbers in the same order: equal where they are equal, minus zero like zero.</summary>
internal static class DoubleKeys
{
    /// <summary>Fills in the keys.</summary>
    /// <exception cref="ArgumentException">A value is NaN or infinite.</exception>
    internal static void Fill(ReadOnlySpan<double> values, Span<long> keys)
    {
        for (int i = 0; i < values.Length; i++)
        {
            double value = values[i];
            if (!double.IsFinite(value))
            {
                throw new ArgumentException(FormattableString.Invariant($"Value {i} is {value}; a value to score is finite, and null where it is missing."), nameof(values));
            }

            keys[i] = KeyOf(value);
        }
    }

    /// <summary>Gets the key; of negative numbers all bits but the sign are turned, because there the greater pattern is the smaller number.</summary>
    internal static long KeyOf(double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(value + 0.0); // -0 becomes 0
        return bits ^ ((bits >> 63) & long.MaxValue);
    }

    /// <summary>Gets the number of a key.</summary>
    internal static double ValueOf(long key) => BitConverter.Int64BitsToDouble(key ^ ((key >> 63) & long.MaxValue));

    /// <summary>Gets the double nearest to a decimal, by way of its text: the conversion of the framework may miss it by one.</summary>
    internal static double NearestTo(decimal value) => double.Parse(value.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>Adds cuts given as decimals, as the doubles nearest to them: 0.3 is to meet 0.3.</summary>
    internal static void AddCuts(RfmBoundaries boundaries, ref KeyCuts<long> cuts)
    {
        foreach (decimal cut in boundaries.Cuts)
        {
            long key = KeyOf(NearestTo(cut));
            if (boundaries.PassedWhenEqual)
            {
                cuts.AddFrom(key);
            }
            else
            {
                cuts.AddAbove(key);
            }
        }
    }
}
