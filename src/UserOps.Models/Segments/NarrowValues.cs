using System.Numerics;
using System.Runtime.CompilerServices;

namespace UserOps.Models;

/// <summary>The values of a column as codes of one, two or four bytes in the same order, where they are that few: what a test reads is what it costs.</summary>
/// <remarks>
/// Values are a least one and whole steps above it, which serves ages, counts, dates, and money in cents alike. A code of a missing row means
/// nothing.
/// </remarks>
/// <typeparam name="T">The type of the values.</typeparam>
internal sealed class NarrowValues<T>
    where T : struct, INumber<T>
{
    private readonly byte[]? _bytes;
    private readonly ushort[]? _pairs;
    private readonly uint[]? _quads;
    private readonly uint _last;
    private readonly Func<uint, T> _valueOf;

    private NarrowValues(ValueSteps codes, Func<uint, T> valueOf)
    {
        (_bytes, _pairs, _quads, _last) = (codes.Bytes, codes.Pairs, codes.Quads, codes.Last);
        _valueOf = valueOf;
    }

    /// <summary>Makes the codes of whole numbers; null where they would not be narrower.</summary>
    /// <param name="values">Shape [rows].</param>
    /// <param name="column">Says which rows are missing.</param>
    internal static NarrowValues<T>? OfWhole<TWhole>(ReadOnlySpan<TWhole> values, Column column)
        where TWhole : struct, IBinaryInteger<TWhole>
        => ValueSteps.Of(values, column, Unsafe.SizeOf<T>()) is { } codes
            ? new(codes, code => T.CreateTruncating(codes.Least + ((long)code * codes.Step)))
            : null;

    /// <summary>Makes the codes of doubles that are whole numbers of a unit, or of a tenth, a hundredth, ... of it; null where they are not.</summary>
    internal static NarrowValues<double>? OfNumbers(ReadOnlySpan<double> values, Column column)
    {
        foreach (double parts in (ReadOnlySpan<double>)[1, 10, 100, 1_000, 10_000])
        {
            if (ValueSteps.WholeParts(values, column, parts) is { } whole)
            {
                return ValueSteps.Of<long>(whole, column, sizeof(double)) is { } codes
                    ? new(codes, code => (codes.Least + ((long)code * codes.Step)) / parts)
                    : null;
            }
        }

        return null;
    }

    /// <summary>Makes the test of a range; null where no code lies in it.</summary>
    /// <param name="low">The least value inside.</param>
    /// <param name="high">The greatest value inside.</param>
    internal ScannedBits? InRange(T low, T high)
    {
        long from = FirstNotBelow(low);
        long to = FirstNotBelow(high) is var at && at <= _last && _valueOf((uint)at) == high ? at : at - 1;
        return from > to ? null
            : _bytes is not null ? new RangeScan<byte>(() => _bytes, (byte)from, (byte)to, sizeof(byte))
            : _pairs is not null ? new RangeScan<ushort>(() => _pairs, (ushort)from, (ushort)to, sizeof(ushort))
            : new RangeScan<uint>(() => _quads, (uint)from, (uint)to, sizeof(uint));
    }

    private long FirstNotBelow(T value)
    {
        (long from, long to) = (0, _last + 1L);
        while (from < to)
        {
            long middle = (from + to) / 2;
            if (_valueOf((uint)middle) < value)
            {
                from = middle + 1;
            }
            else
            {
                to = middle;
            }
        }

        return from;
    }
}
