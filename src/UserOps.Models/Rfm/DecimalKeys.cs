using System.Numerics;

namespace UserOps.Models.Rfm;

/// <summary>Decimals as whole numbers in the same order: units of the finest scale where 64 bits hold them, otherwise places among the different values.</summary>
internal readonly struct DecimalKeys
{
    private const int MaximumScale = 18; // 10^19 is more than 64 bits hold
    private readonly int _scale;
    private readonly decimal[]? _different;

    private DecimalKeys(long[] keys, int scale, decimal[]? different)
    {
        Keys = keys;
        _scale = scale;
        _different = different;
    }

    /// <summary>Gets the keys, in the order of the values.</summary>
    internal long[] Keys { get; }

    internal static DecimalKeys Of(ReadOnlySpan<decimal> values)
    {
        var keys = new long[values.Length];
        int scale = 0;
        foreach (decimal value in values)
        {
            scale = Math.Max(scale, value.Scale);
        }

        return scale <= MaximumScale && TryFill(values, scale, keys) ? new(keys, scale, null) : Ranked(values, keys);
    }

    /// <summary>Gets the value of a key; exact.</summary>
    internal decimal ValueOf(long key)
        => _different is { } different ? different[key] : new decimal((int)Magnitude(key), (int)(Magnitude(key) >> 32), 0, key < 0, (byte)_scale);

    /// <summary>Gets the mean of the values the keys were made of; exact.</summary>
    internal ExactNumber MeanOf(ReadOnlySpan<decimal> values)
        => _different is null ? ExactNumber.MeanOf<long>(Keys, _scale) : ExactNumber.MeanOf(values);

    /// <summary>Gets the smallest key above a cut; it may be beyond all keys.</summary>
    internal BigInteger LowestKey(AxisCut cut)
        => _different is { } different ? different.TakeWhile(value => !cut.IsPassedBy(ExactNumber.Of(value))).Count() : cut.LowestUnits(_scale);

    private static bool TryFill(ReadOnlySpan<decimal> values, int scale, Span<long> keys)
    {
        Span<int> bits = stackalloc int[4];
        Span<long> powers = stackalloc long[MaximumScale + 1];
        powers[0] = 1;
        for (int i = 1; i <= MaximumScale; i++)
        {
            powers[i] = powers[i - 1] * 10;
        }

        for (int i = 0; i < values.Length; i++)
        {
            decimal.GetBits(values[i], bits);
            ulong low = (uint)bits[0] | ((ulong)(uint)bits[1] << 32);
            ulong power = (ulong)powers[scale - values[i].Scale];
            if (bits[2] != 0 || Math.BigMul(low, power, out ulong units) != 0 || units > long.MaxValue)
            {
                return false;
            }

            keys[i] = bits[3] < 0 ? -(long)units : (long)units;
        }

        return true;
    }

    private static DecimalKeys Ranked(ReadOnlySpan<decimal> values, long[] keys)
    {
        decimal[] different = [.. values.ToArray().Distinct().Order()];
        for (int i = 0; i < keys.Length; i++)
        {
            keys[i] = Array.BinarySearch(different, values[i]);
        }

        return new(keys, 0, different);
    }

    private static ulong Magnitude(long key) => (ulong)Math.Abs(key); // no key is the lowest number: each was made of a magnitude
}
