namespace UserOps.Models;

/// <summary>Neighboring users of one event log: the unit of parallel work.</summary>
/// <param name="From">The first ordinal.</param>
/// <param name="To">The end, excluded.</param>
internal readonly record struct UserRange(int From, int To)
{
    /// <summary>Small enough that cancellation is prompt and no thread waits long for the last one, large enough to cost nothing.</summary>
    internal const int RangesPerThread = 32;

    /// <summary>Cuts users into ranges of about equal event count: one heavy user can hold more events than ten thousand others.</summary>
    /// <param name="offsets">Shape [users + 1]; see <see cref="EventTable.Offsets"/>.</param>
    /// <param name="parts">How many ranges at most; at least 1.</param>
    /// <returns>Ranges end to end, none empty; none at all without users.</returns>
    internal static List<UserRange> Cut(ReadOnlySpan<int> offsets, int parts)
    {
        var ranges = new List<UserRange>(parts);
        int users = offsets.Length - 1;
        int from = 0;
        for (int part = 1; part <= parts && from < users; part++)
        {
            int to = part == parts ? users : UserAt(offsets, (long)offsets[users] * part / parts);
            if (to > from)
            {
                ranges.Add(new(from, to));
                from = to;
            }
        }

        return ranges;
    }

    /// <summary>Works through the users of a log on several threads.</summary>
    /// <typeparam name="T">What one range gives.</typeparam>
    /// <param name="offsets">Shape [users + 1].</param>
    /// <param name="run">Threads and progress; null for all cores and nobody to tell.</param>
    /// <param name="work">Called once a range, from several threads.</param>
    /// <param name="cancellationToken">Looked at before each range.</param>
    /// <returns>What the ranges gave, in the order of the users, whatever the threads did.</returns>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    internal static T[] Each<T>(ReadOnlySpan<int> offsets, RunOptions? run, Func<UserRange, T> work, CancellationToken cancellationToken)
    {
        run ??= new RunOptions();
        List<UserRange> ranges = Cut(offsets, run.Threads * RangesPerThread);
        var results = new T[ranges.Count];
        var progress = new Steps(run.Progress, ranges.Count);
        new Workers(run.Threads, cancellationToken).ForEach(results.Length, i =>
        {
            results[i] = work(ranges[i]);
            progress.Advance();
        });
        progress.Finish();
        return results;
    }

    /// <summary>Adds up the users of a log on several threads.</summary>
    /// <typeparam name="T">What users add up to.</typeparam>
    /// <param name="offsets">Shape [users + 1].</param>
    /// <param name="run">Threads and progress; null for all cores and nobody to tell.</param>
    /// <param name="newSum">Makes a sum of nothing: one a thread, not one a range.</param>
    /// <param name="work">Adds the users of a range to the sum of its thread; called once a range, from several threads.</param>
    /// <param name="add">Adds the second sum to the first.</param>
    /// <param name="cancellationToken">Looked at before each range.</param>
    /// <returns>The whole; see <see cref="Workers.Sum"/> for what may be added up so.</returns>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    internal static T Sum<T>(
        ReadOnlySpan<int> offsets, RunOptions? run, Func<T> newSum, Action<UserRange, T> work, Action<T, T> add, CancellationToken cancellationToken)
    {
        run ??= new RunOptions();
        List<UserRange> ranges = Cut(offsets, run.Threads * RangesPerThread);
        var progress = new Steps(run.Progress, ranges.Count);
        T all = new Workers(run.Threads, cancellationToken).Sum(
            ranges.Count,
            newSum,
            (i, sum) =>
            {
                work(ranges[i], sum);
                progress.Advance();
            },
            add);
        progress.Finish();
        return all;
    }

    private static int UserAt(ReadOnlySpan<int> offsets, long events)
    {
        int place = offsets.BinarySearch((int)events);
        return place >= 0 ? place : ~place;
    }

    /// <summary>Tells progress one step at a time, so that it never goes back.</summary>
    private sealed class Steps(IProgress<double>? progress, int all)
    {
        private readonly Lock _lock = new();
        private int _done;

        internal void Advance()
        {
            if (progress is null)
            {
                return;
            }

            lock (_lock)
            {
                _done++;
                if (_done < all)
                {
                    progress.Report((double)_done / all);
                }
            }
        }

        internal void Finish() => progress?.Report(1);
    }
}
