namespace UserOps.Models;

/// <summary>Tells how far several passes over the same users have come, one after the other; the numbers rise.</summary>
internal sealed class PassProgress(IProgress<double>? progress, int passes, int users)
{
    private readonly Lock _lock = new();
    private long _done;

    /// <summary>Counts users of a pass; called from any thread.</summary>
    internal void Advance(int more)
    {
        if (progress is null)
        {
            return;
        }

        lock (_lock) // reported inside, so that the numbers rise
        {
            _done += more;
            double share = (double)_done / ((long)passes * users);
            if (share < 1)
            {
                progress.Report(share);
            }
        }
    }

    internal void Finish() => progress?.Report(1);
}
