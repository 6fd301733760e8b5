namespace UserOps.Models;

/// <summary>Runs the parts of a piece of work on several threads. Parts write to places of their own, so their order shows nowhere.</summary>
internal sealed class Workers(int threads, CancellationToken cancellationToken)
{
    /// <summary>Gets the workers of calls that take no options.</summary>
    internal static Workers AllCores => new(new RunOptions().Threads, CancellationToken.None);

    internal int Threads { get; } = threads;

    /// <summary>Runs two pieces of work that have nothing to do with each other.</summary>
    internal void Both(Action one, Action other)
    {
        if (Threads == 1)
        {
            one();
            other();
        }
        else
        {
            Parallel.Invoke(Options(), one, other);
        }
    }

    internal void ForEach(int parts, Action<int> work)
    {
        if (Threads == 1 || parts == 1)
        {
            for (int part = 0; part < parts; part++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                work(part);
            }

            return;
        }

        Parallel.For(0, parts, Options(), work);
    }

    /// <summary>Runs the parts; each thread has scratch memory of its own.</summary>
    internal void ForEach<TScratch>(int parts, Action<int, TScratch> work)
        where TScratch : new()
    {
        if (Threads == 1)
        {
            var scratch = new TScratch();
            ForEach(parts, part => work(part, scratch));
            return;
        }

        Parallel.For(0, parts, Options(), () => new TScratch(), Work, _ => { });

        TScratch Work(int part, ParallelLoopState state, TScratch scratch)
        {
            work(part, scratch);
            return scratch;
        }
    }

    private ParallelOptions Options() => new() { MaxDegreeOfParallelism = Threads, CancellationToken = cancellationToken };
}
