using System.Runtime.ExceptionServices;

namespace UserOps.Models;

/// <summary>Runs the parts of a piece of work on several threads. Parts write to places of their own, so their order shows nowhere.</summary>
/// <remarks>
/// A thread that is done with a part takes the next one. Dealing the parts out beforehand, as <c>Parallel.For</c> does with few of
/// them, leaves a thread idle for a third of the time where another one has the slower core.
/// </remarks>
internal sealed class Workers(int threads, CancellationToken cancellationToken)
{
    /// <summary>Gets the workers of calls that take no options.</summary>
    internal static Workers AllCores => new(new RunOptions().Threads, CancellationToken.None);

    internal int Threads { get; } = threads;

    /// <summary>Runs all parts.</summary>
    /// <param name="parts">How many; the work gets their numbers, from 0.</param>
    /// <param name="work">Called once a part.</param>
    /// <exception cref="OperationCanceledException">The token was canceled; it is looked at before each part.</exception>
    internal void ForEach(int parts, Action<int> work) => ForEach(parts, static () => 0, (part, _) => work(part));

    /// <summary>Runs through numbers from 0 on, cut into ranges.</summary>
    /// <param name="count">The end, excluded.</param>
    /// <param name="size">How many numbers a range has; the last one may have fewer.</param>
    /// <param name="work">Called with the first number of a range and its end, excluded.</param>
    internal void ForEachRange(int count, int size, Action<int, int> work)
        => ForEach((int)(((long)count + size - 1) / size), part => work(part * size, (int)Math.Min((part + 1L) * size, count)));

    /// <summary>Runs all parts; each thread has scratch memory of its own.</summary>
    internal void ForEach<TScratch>(int parts, Action<int, TScratch> work)
        where TScratch : new()
        => ForEach(parts, static () => new TScratch(), work);

    /// <summary>Runs all parts and adds up what they count: one sum a thread, not one a part, because a sum can be a large table.</summary>
    /// <param name="parts">How many; the work gets their numbers, from 0.</param>
    /// <param name="newSum">Makes a sum of nothing.</param>
    /// <param name="work">Adds a part to the sum of its thread.</param>
    /// <param name="add">Adds the second sum to the first.</param>
    /// <returns>The whole. Which part went into which sum is chance, so only what has no order belongs here: whole numbers.</returns>
    internal T Sum<T>(int parts, Func<T> newSum, Action<int, T> work, Action<T, T> add)
    {
        var sums = new List<T>();
        ForEach(parts, NewSum, work);
        T all = sums.Count > 0 ? sums[0] : newSum();
        foreach (T sum in sums.Skip(1))
        {
            add(all, sum);
        }

        return all;

        T NewSum()
        {
            T sum = newSum();
            lock (sums)
            {
                sums.Add(sum);
            }

            return sum;
        }
    }

    /// <inheritdoc cref="ForEach{TScratch}(int, Action{int, TScratch})"/>
    internal void ForEach<TScratch>(int parts, Func<TScratch> newScratch, Action<int, TScratch> work)
    {
        int taken = 0;
        int crew = Math.Min(Threads, parts);
        cancellationToken.ThrowIfCancellationRequested();
        if (crew <= 1)
        {
            TakeParts();
            return;
        }

        try
        {
            Parallel.For(0, crew, new ParallelOptions { MaxDegreeOfParallelism = crew }, _ => TakeParts());
        }
        catch (AggregateException failures)
        {
            // What the work throws reaches the caller as it would from one thread.
            ExceptionDispatchInfo.Throw(failures.InnerExceptions[0]);
        }

        void TakeParts()
        {
            try
            {
                TScratch scratch = newScratch();
                for (int part; (part = Interlocked.Increment(ref taken) - 1) < parts;)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    work(part, scratch);
                }
            }
            catch
            {
                Volatile.Write(ref taken, parts); // nobody needs the rest
                throw;
            }
        }
    }
}
