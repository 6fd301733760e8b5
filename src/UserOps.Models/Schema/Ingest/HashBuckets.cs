using System.Runtime.CompilerServices;

namespace UserOps.Models;

/// <summary>Buckets by hash, for ids that lie anywhere.</summary>
internal readonly struct HashBuckets : IBuckets<long>
{
    private readonly int _shift;

    internal HashBuckets(int rows)
    {
        int bits = BucketSizing.BitsFor(rows);
        Count = 1 << bits;
        _shift = 32 - bits;
    }

    /// <inheritdoc/>
    public static bool HasLocals => false;

    /// <inheritdoc/>
    public int Count { get; }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int BucketOf(long key) => (int)((ulong)new NumberKey(key).Hash() >> _shift);

    /// <inheritdoc/>
    public ushort LocalOf(long key) => 0;
}
