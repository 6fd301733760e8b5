using System.Numerics;

namespace UserOps.Models;

/// <summary>How many buckets rows are divided into.</summary>
internal static class BucketSizing
{
    /// <summary>The bits of a user's place in a bucket; more users than these can tell apart need more buckets.</summary>
    internal const int LocalBits = 16;

    // Each bucket is a stream of writes; beyond about a thousand the streams no longer fit into the first caches and page tables.
    private const int MostBuckets = 512;

    // 16 bytes a row, twice: a bucket and its sorted copy stay within a megabyte of cache.
    private const int RowsPerBucket = 1 << 14;

    /// <summary>Gets the logarithm of the number of buckets for so many rows.</summary>
    internal static int BitsFor(int rows)
        => BitOperations.Log2((uint)Math.Clamp(rows / RowsPerBucket, 1, MostBuckets));
}
