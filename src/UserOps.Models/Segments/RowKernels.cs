using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace UserOps.Models;

/// <summary>Tests of columns: values in, one bit per row out. Each vector loop ends in its scalar twin, which does the rest.</summary>
internal static class RowKernels
{
    /// <summary>Sets the bit of each row whose value lies from low to high, both included.</summary>
    /// <param name="values">Shape [rows].</param>
    /// <param name="low">The lowest value inside.</param>
    /// <param name="high">The highest value inside.</param>
    /// <param name="words">Shape [ceil(rows / 64)]; overwritten.</param>
    internal static void InRange<T>(ReadOnlySpan<T> values, T low, T high, Span<ulong> words)
        where T : struct, INumber<T>
    {
        Debug.Assert(words.Length == BitKernels.WordsFor(values.Length), "64 rows a word");
        int word = Vector512.IsHardwareAccelerated ? InRange512(values, low, high, words)
            : Vector256.IsHardwareAccelerated ? InRange256(values, low, high, words)
            : 0;
        InRangeScalar(values[(word << 6)..], low, high, words[word..]);
    }

    /// <summary><see cref="InRange"/> over whole words, 512 bits at a time.</summary>
    /// <returns>The words done.</returns>
    internal static int InRange512<T>(ReadOnlySpan<T> values, T low, T high, Span<ulong> words)
        where T : struct, INumber<T>
    {
        Vector512<T> lowest = Vector512.Create(low);
        Vector512<T> highest = Vector512.Create(high);
        int done = values.Length >> 6;
        for (int word = 0; word < done; word++)
        {
            ReadOnlySpan<T> rows = values.Slice(word << 6, 64);
            ulong bits = 0;
            for (int i = 0; i < 64; i += Vector512<T>.Count)
            {
                Vector512<T> value = Vector512.Create(rows[i..]);
                bits |= (Vector512.GreaterThanOrEqual(value, lowest) & Vector512.LessThanOrEqual(value, highest)).ExtractMostSignificantBits() << i;
            }

            words[word] = bits;
        }

        return done;
    }

    /// <summary><see cref="InRange"/> over whole words, 256 bits at a time.</summary>
    /// <returns>The words done.</returns>
    internal static int InRange256<T>(ReadOnlySpan<T> values, T low, T high, Span<ulong> words)
        where T : struct, INumber<T>
    {
        Vector256<T> lowest = Vector256.Create(low);
        Vector256<T> highest = Vector256.Create(high);
        int done = values.Length >> 6;
        for (int word = 0; word < done; word++)
        {
            ReadOnlySpan<T> rows = values.Slice(word << 6, 64);
            ulong bits = 0;
            for (int i = 0; i < 64; i += Vector256<T>.Count)
            {
                Vector256<T> value = Vector256.Create(rows[i..]);
                bits |= (ulong)(Vector256.GreaterThanOrEqual(value, lowest) & Vector256.LessThanOrEqual(value, highest)).ExtractMostSignificantBits() << i;
            }

            words[word] = bits;
        }

        return done;
    }

    /// <summary>The scalar twin of <see cref="InRange"/>.</summary>
    internal static void InRangeScalar<T>(ReadOnlySpan<T> values, T low, T high, Span<ulong> words)
        where T : struct, INumber<T>
    {
        words.Clear();
        for (int row = 0; row < values.Length; row++)
        {
            words[row >> 6] |= Bit(values[row] >= low & values[row] <= high) << row;
        }
    }

    /// <summary>Sets the bit of each row whose two values compare as asked.</summary>
    /// <param name="left">Shape [rows].</param>
    /// <param name="right">Shape [rows].</param>
    /// <param name="words">Shape [ceil(rows / 64)]; overwritten.</param>
    internal static void Compare<TComparison, T>(ReadOnlySpan<T> left, ReadOnlySpan<T> right, Span<ulong> words)
        where TComparison : struct, IRowComparison
        where T : struct, INumber<T>
    {
        Debug.Assert(left.Length == right.Length && words.Length == BitKernels.WordsFor(left.Length), "64 rows a word");
        int word = Vector512.IsHardwareAccelerated ? Compare512<TComparison, T>(left, right, words)
            : Vector256.IsHardwareAccelerated ? Compare256<TComparison, T>(left, right, words)
            : 0;
        CompareScalar<TComparison, T>(left[(word << 6)..], right[(word << 6)..], words[word..]);
    }

    /// <summary><see cref="Compare"/> over whole words, 512 bits at a time.</summary>
    /// <returns>The words done.</returns>
    internal static int Compare512<TComparison, T>(ReadOnlySpan<T> left, ReadOnlySpan<T> right, Span<ulong> words)
        where TComparison : struct, IRowComparison
        where T : struct, INumber<T>
    {
        int done = left.Length >> 6;
        for (int word = 0; word < done; word++)
        {
            ulong bits = 0;
            for (int i = 0; i < 64; i += Vector512<T>.Count)
            {
                int row = (word << 6) + i;
                bits |= TComparison.Holds(Vector512.Create(left[row..]), Vector512.Create(right[row..])).ExtractMostSignificantBits() << i;
            }

            words[word] = bits;
        }

        return done;
    }

    /// <summary><see cref="Compare"/> over whole words, 256 bits at a time.</summary>
    /// <returns>The words done.</returns>
    internal static int Compare256<TComparison, T>(ReadOnlySpan<T> left, ReadOnlySpan<T> right, Span<ulong> words)
        where TComparison : struct, IRowComparison
        where T : struct, INumber<T>
    {
        int done = left.Length >> 6;
        for (int word = 0; word < done; word++)
        {
            ulong bits = 0;
            for (int i = 0; i < 64; i += Vector256<T>.Count)
            {
                int row = (word << 6) + i;
                bits |= (ulong)TComparison.Holds(Vector256.Create(left[row..]), Vector256.Create(right[row..])).ExtractMostSignificantBits() << i;
            }

            words[word] = bits;
        }

        return done;
    }

    /// <summary>The scalar twin of <see cref="Compare"/>.</summary>
    internal static void CompareScalar<TComparison, T>(ReadOnlySpan<T> left, ReadOnlySpan<T> right, Span<ulong> words)
        where TComparison : struct, IRowComparison
        where T : struct, INumber<T>
    {
        words.Clear();
        for (int row = 0; row < left.Length; row++)
        {
            words[row >> 6] |= Bit(TComparison.Holds(left[row], right[row])) << row;
        }
    }

    /// <summary>Sets the bit of each row whose code is in a set.</summary>
    /// <param name="codes">Shape [rows].</param>
    /// <param name="set">One bit per code: shape [4], 256 bits.</param>
    /// <param name="words">Shape [ceil(rows / 64)]; overwritten.</param>
    internal static void InSet(ReadOnlySpan<byte> codes, ReadOnlySpan<ulong> set, Span<ulong> words)
    {
        int word = Avx512Vbmi.IsSupported ? InSetByTables(codes, set, words)
            : Vector128.IsHardwareAccelerated ? InSetByHalves(codes, set, words)
            : 0;
        InSetScalar(codes[(word << 6)..], set, words[word..]);
    }

    /// <summary>The scalar twin of the vector loop over narrow codes, and the only loop for wider ones.</summary>
    /// <param name="codes">Shape [rows].</param>
    /// <param name="set">One bit per code: shape [ceil(codes / 64)].</param>
    /// <param name="words">Shape [ceil(rows / 64)]; overwritten.</param>
    internal static void InSetScalar<T>(ReadOnlySpan<T> codes, ReadOnlySpan<ulong> set, Span<ulong> words)
        where T : struct, IBinaryInteger<T>
    {
        words.Clear();
        for (int row = 0; row < codes.Length; row++)
        {
            int code = int.CreateTruncating(codes[row]);
            words[row >> 6] |= (set[code >> 6] >> code & 1) << row;
        }
    }

    /// <summary>Carries bits of one table to the rows of another that refer to it.</summary>
    /// <param name="rows">Shape [referring rows]; the row referred to, or -1 for none, which gives a clear bit.</param>
    /// <param name="bits">Shape [ceil(rows referred to / 64)].</param>
    /// <param name="words">Shape [ceil(referring rows / 64)]; overwritten.</param>
    internal static void Gather(ReadOnlySpan<int> rows, ReadOnlySpan<ulong> bits, Span<ulong> words)
    {
        words.Clear();
        for (int i = 0; i < rows.Length; i++)
        {
            int row = rows[i];
            if (row >= 0)
            {
                words[i >> 6] |= (bits[row >> 6] >> row & 1) << i;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong Bit(bool value) => value ? 1UL : 0UL;

    /// <summary>Looks 64 codes up at once in a table of 64 bytes; codes from 64 on need further tables, and most columns have none.</summary>
    /// <returns>The words done.</returns>
    private static int InSetByTables(ReadOnlySpan<byte> codes, ReadOnlySpan<ulong> set, Span<ulong> words)
    {
        int done = codes.Length >> 6;
        words[..done].Clear();
        for (int table = 0; table < set.Length; table++)
        {
            if (set[table] == 0)
            {
                continue;
            }

            Vector512<byte> held = Bytes(set[table]);
            Vector512<byte> firstCode = Vector512.Create((byte)(table << 6));
            for (int word = 0; word < done; word++)
            {
                // A code of another table wraps out of range, and what is out of range is zero.
                Vector512<byte> code = Vector512.Create(codes[(word << 6)..]) - firstCode;
                words[word] |= Vector512.Shuffle(held, code).ExtractMostSignificantBits();
            }
        }

        return done;
    }

    private static Vector512<byte> Bytes(ulong bits)
    {
        Span<byte> bytes = stackalloc byte[64];
        for (int i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (byte)(0 - (int)(bits >> i & 1));
        }

        return Vector512.Create((ReadOnlySpan<byte>)bytes);
    }

    /// <summary>
    /// A code is a row and a column of a 16 x 16 table: the low half picks a byte that holds one bit for each of eight high halves, the
    /// high half picks the bit. Codes from 128 on take the second table.
    /// </summary>
    /// <returns>The words done.</returns>
    internal static int InSetByHalves(ReadOnlySpan<byte> codes, ReadOnlySpan<ulong> set, Span<ulong> words)
    {
        (Vector128<byte> below128, Vector128<byte> from128) = ByLowHalf(set);
        Vector128<byte> bitOfHighHalf = Vector128.Create((byte)1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128);
        Vector128<byte> lowHalf = Vector128.Create((byte)15);
        int done = codes.Length >> 6;
        for (int word = 0; word < done; word++)
        {
            ulong bits = 0;
            for (int i = 0; i < 64; i += Vector128<byte>.Count)
            {
                Vector128<byte> code = Vector128.Create(codes[((word << 6) + i)..]);
                Vector128<byte> low = code & lowHalf;
                Vector128<byte> held = Vector128.ConditionalSelect(
                    Vector128.LessThan(code.AsSByte(), Vector128<sbyte>.Zero).AsByte(),
                    Vector128.Shuffle(from128, low),
                    Vector128.Shuffle(below128, low));
                Vector128<byte> wanted = Vector128.Shuffle(bitOfHighHalf, code >>> 4);
                bits |= (ulong)(~Vector128.Equals(held & wanted, Vector128<byte>.Zero)).ExtractMostSignificantBits() << i;
            }

            words[word] = bits;
        }

        return done;
    }

    private static (Vector128<byte> Below128, Vector128<byte> From128) ByLowHalf(ReadOnlySpan<ulong> set)
    {
        Span<byte> tables = stackalloc byte[32];
        tables.Clear();
        for (int code = 0; code < 256; code++)
        {
            int bit = (int)(set[code >> 6] >> code & 1);
            tables[(code >> 7 << 4) + (code & 15)] |= (byte)(bit << (code >> 4 & 7));
        }

        return (Vector128.Create((ReadOnlySpan<byte>)tables), Vector128.Create((ReadOnlySpan<byte>)tables[16..]));
    }
}
