using System.Numerics;

namespace UserOps.Models;

/// <summary>Whole numbers as a least one, a step, and how many steps each lies above it.</summary>
internal sealed class ValueSteps
{
    private ValueSteps(long least, long step, uint last) => (Least, Step, Last) = (least, step, last);

    internal long Least { get; }

    internal long Step { get; }

    /// <summary>Gets the greatest code.</summary>
    internal uint Last { get; }

    /// <summary>Gets the codes where none is above 255; else null.</summary>
    internal byte[]? Bytes { get; private init; }

    /// <summary>Gets the codes where none is above 65,535 and bytes do not hold them; else null.</summary>
    internal ushort[]? Pairs { get; private init; }

    /// <summary>Gets the codes where neither bytes nor pairs of them hold them; else null.</summary>
    internal uint[]? Quads { get; private init; }

    /// <summary>Makes the codes; null where no row has a value, or where codes would be as wide as the values.</summary>
    internal static ValueSteps? Of<T>(ReadOnlySpan<T> values, Column column, int width)
        where T : struct, IBinaryInteger<T>
    {
        if (column.MissingCount == column.Count || Shape(values, column) is not { } shape)
        {
            return null;
        }

        (long least, long step, ulong last) = shape;
        return last switch
        {
            <= byte.MaxValue => new(least, step, (uint)last) { Bytes = Codes<T, byte>(values, least, step) },
            <= ushort.MaxValue => new(least, step, (uint)last) { Pairs = Codes<T, ushort>(values, least, step) },
            <= uint.MaxValue when width > sizeof(uint) => new(least, step, (uint)last) { Quads = Codes<T, uint>(values, least, step) },
            _ => null,
        };
    }

    /// <summary>Gives doubles as numbers of so many parts of one; null where some is not the double nearest to one.</summary>
    internal static long[]? WholeParts(ReadOnlySpan<double> values, Column column, double parts)
    {
        const double LargestExact = 1L << 53;
        var whole = new long[values.Length];
        for (int row = 0; row < whole.Length; row++)
        {
            double rounded = Math.Round(values[row] * parts);
            if ((Math.Abs(rounded) > LargestExact || rounded / parts != values[row]) && !column.IsMissing(row))
            {
                return null;
            }

            whole[row] = (long)rounded;
        }

        return whole;
    }

    private static (long Least, long Step, ulong Last)? Shape<T>(ReadOnlySpan<T> values, Column column)
        where T : struct, IBinaryInteger<T>
    {
        (long least, long greatest) = (long.MaxValue, long.MinValue);
        for (int row = 0; row < values.Length; row++)
        {
            if (!column.IsMissing(row))
            {
                long value = long.CreateTruncating(values[row]);
                least = Math.Min(least, value);
                greatest = Math.Max(greatest, value);
            }
        }

        ulong step = 0;
        for (int row = 0; row < values.Length; row++)
        {
            ulong above = (ulong)(long.CreateTruncating(values[row]) - least);
            if (step != 1 && (step == 0 || above % step != 0) && !column.IsMissing(row))
            {
                step = Gcd(step, above);
            }
        }

        step = Math.Max(step, 1);
        return step > long.MaxValue ? null : (least, (long)step, (ulong)(greatest - least) / step);
    }

    private static TCode[] Codes<T, TCode>(ReadOnlySpan<T> values, long least, long step)
        where T : struct, IBinaryInteger<T>
        where TCode : struct, IBinaryInteger<TCode>
    {
        var codes = new TCode[values.Length];
        for (int row = 0; row < codes.Length; row++)
        {
            codes[row] = TCode.CreateTruncating((ulong)(long.CreateTruncating(values[row]) - least) / (ulong)step);
        }

        return codes;
    }

    private static ulong Gcd(ulong a, ulong b)
    {
        while (b != 0)
        {
            (a, b) = (b, a % b);
        }

        return a;
    }
}
