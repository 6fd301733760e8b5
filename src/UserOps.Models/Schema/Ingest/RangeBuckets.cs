using System.Numerics;
using System.Runtime.CompilerServices;

namespace UserOps.Models;

/// <summary>Buckets of neighboring numbers: for ordinals, and for ids that lie close together.</summary>
internal readonly struct RangeBuckets : IBuckets<int>, IBuckets<long>
{
    private readonly long _first;
    private readonly int _shift;

    private RangeBuckets(long first, long span, int rows)
    {
        _first = first;
        int spanBits = span <= 1 ? 0 : 64 - BitOperations.LeadingZeroCount((ulong)span - 1);
        _shift = Math.Clamp(spanBits - BucketSizing.BitsFor(rows), 0, BucketSizing.LocalBits);
        Count = (int)((span + (1L << _shift) - 1) >> _shift);
    }

    /// <inheritdoc/>
    public static bool HasLocals => true;

    /// <inheritdoc/>
    public int Count { get; }

    /// <summary>Gets the users of one bucket; the last bucket may have fewer.</summary>
    internal int UsersPerBucket => 1 << _shift;

    /// <summary>Divides ordinals.</summary>
    internal static RangeBuckets OfOrdinals(int users, int rows) => new(0, users, rows);

    /// <summary>Divides ids if they lie close enough together that a slot for each number between them is cheap.</summary>
    internal static RangeBuckets? OfNumbers(long first, long last, int rows)
    {
        const int SlotsPerRow = 4;
        ulong span = (ulong)last - (ulong)first;
        return span < (ulong)rows * SlotsPerRow ? new RangeBuckets(first, (long)span + 1, rows) : null;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int BucketOf(int key) => key >> _shift;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ushort LocalOf(int key) => (ushort)(key & ((1 << _shift) - 1));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int BucketOf(long key) => (int)((key - _first) >> _shift);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ushort LocalOf(long key) => (ushort)((key - _first) & ((1L << _shift) - 1));

    /// <summary>Gets the id of a user of a bucket.</summary>
    internal long KeyOf(int bucket, int local) => _first + ((long)bucket << _shift) + local;
}
