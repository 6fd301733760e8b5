using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace UserOps.Models;

/// <summary>Multiplicative mixing: 128-bit products of key words and odd constants, folded.</summary>
/// <remarks>
/// Texts are read as a few words from both ends, which may overlap, rather than in a loop: how often a loop runs depends on a length
/// that has yet to come from memory, and a wrong guess stalls everything behind it. For ids that was five times as slow.
/// </remarks>
internal static class KeyMixing
{
    private const int Word = sizeof(ulong);

    // Odd, and without pattern in their bits: the fractions of the golden ratio and of the square roots of 3, 5 and 7.
    private const ulong First = 0x9E37_79B9_7F4A_7C15;
    private const ulong Second = 0xBB67_AE85_84CA_A73B;
    private const ulong Third = 0x3C6E_F372_FE94_F82B;
    private const ulong Fourth = 0xA54F_F53A_5F1D_36F1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static uint Mix(ulong key) => (uint)((key ^ key >> 32) * First >> 32);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong Fold(ulong left, ulong right)
    {
        ulong high = Math.BigMul(left, right, out ulong low);
        return high ^ low;
    }

    internal static uint Mix(ReadOnlySpan<byte> bytes)
    {
        ulong length = (ulong)bytes.Length;
        return Mix(bytes.Length switch
        {
            > 8 * Word => MixLong(bytes),
            > 4 * Word => Fold(length ^ MixHalf(bytes), MixHalf(bytes[^(4 * Word)..]) ^ First),
            > 2 * Word => length ^ Fold(Read(bytes, 0) ^ First, Read(bytes, Word) ^ Second)
                ^ Fold(Read(bytes, bytes.Length - (2 * Word)) ^ Third, Read(bytes, bytes.Length - Word) ^ Fourth),
            >= Word => length ^ Fold(Read(bytes, 0) ^ First, Read(bytes, bytes.Length - Word) ^ Second),
            _ => Fold(ReadShort(bytes) ^ First, length ^ Second),
        });
    }

    private static ulong MixLong(ReadOnlySpan<byte> bytes)
    {
        ulong mixed = (ulong)bytes.Length;
        ReadOnlySpan<byte> rest = bytes;
        for (; rest.Length > 4 * Word; rest = rest[(4 * Word)..])
        {
            mixed = Fold(mixed ^ Third, MixHalf(rest) ^ Fourth);
        }

        return Fold(mixed ^ First, MixHalf(bytes[^(4 * Word)..]) ^ Second);
    }

    private static ulong MixHalf(ReadOnlySpan<byte> bytes)
        => Fold(Read(bytes, 0) ^ First, Read(bytes, Word) ^ Second)
            ^ Fold(Read(bytes, 2 * Word) ^ Third, Read(bytes, 3 * Word) ^ Fourth);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Read(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt64LittleEndian(bytes[at..]);

    private static ulong ReadShort(ReadOnlySpan<byte> bytes)
    {
        ulong word = 0;
        foreach (byte one in bytes)
        {
            word = word << 8 | one;
        }

        return word;
    }
}
