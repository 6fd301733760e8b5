using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace UserOps.Models;

/// <summary>A 64-bit number as a key.</summary>
internal readonly record struct NumberKey(long Value) : IKey<NumberKey>
{
    /// <inheritdoc/>
    public static bool KeepsHash => false;

    public static implicit operator NumberKey(long value) => new(value);

    /// <summary>Sees numbers as keys.</summary>
    internal static ReadOnlySpan<NumberKey> Of(ReadOnlySpan<long> values) => MemoryMarshal.Cast<long, NumberKey>(values);

    /// <inheritdoc/>
    public int Touch() => 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Hash() => KeyMixing.Mix((ulong)Value);
}
