namespace UserOps.Models;

/// <summary>Divides users into buckets; a struct, so that the loops over rows are compiled for it.</summary>
internal interface IBuckets<in TKey>
{
    /// <summary>Gets a value indicating whether <see cref="LocalOf"/> says which user of the bucket a key is; else keys are kept beside the rows.</summary>
    static abstract bool HasLocals { get; }

    int Count { get; }

    /// <summary>Gets 0 to <see cref="Count"/> - 1.</summary>
    int BucketOf(TKey key);

    /// <summary>Gets the place of a user in the bucket.</summary>
    ushort LocalOf(TKey key);
}
