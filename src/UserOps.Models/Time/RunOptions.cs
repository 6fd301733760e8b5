namespace UserOps.Models;

/// <summary>How an answer is computed: progress and threads. Never part of a result, which is the same for any of them.</summary>
public sealed record RunOptions
{
    /// <summary>Gets who is told how much is done; the numbers rise from 0 to 1 and the last one is 1. Default: nobody.</summary>
    public IProgress<double>? Progress { get; init; }

    /// <summary>Gets the most threads that may work at once, at least 1; <see langword="null"/>, the default, for one a core.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is less than 1.</exception>
    public int? MaxDegreeOfParallelism
    {
        get;
        init
        {
            if (value is { } threads)
            {
                ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1, nameof(MaxDegreeOfParallelism));
            }

            field = value;
        }
    }

    /// <summary>Gets the number of threads to split the work for.</summary>
    internal int Threads => MaxDegreeOfParallelism ?? Environment.ProcessorCount;
}
