using System.Collections.Immutable;

namespace UserOps.Models.Value;

/// <summary>What any model of repeat buying can say of a whole history.</summary>
public static class PurchaseModels
{
    private const int RowsPerBlock = 1 << 12;

    /// <summary>Predicts every customer.</summary>
    /// <param name="model">The model.</param>
    /// <param name="history">The rows.</param>
    /// <param name="horizon">Time from the end of observation; 0 or more.</param>
    /// <param name="run">Threads and progress; null for all cores and nobody to tell.</param>
    /// <param name="cancellationToken">Looked at before each block of rows.</param>
    /// <returns>Columns in the order of the rows; the same for any number of threads.</returns>
    /// <exception cref="ArgumentNullException">The model or the history is null.</exception>
    /// <exception cref="ArgumentException">Model and history count time in different units.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The horizon is negative or not finite, or the model cannot take it.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public static CustomerPredictions Predict(
        this IPurchaseModel model, PurchaseHistory history, double horizon, RunOptions? run = null, CancellationToken cancellationToken = default)
    {
        RequireTogether(model, history, horizon);
        var alive = new double[history.Count];
        var purchases = new double[history.Count];
        var progress = new PassProgress(run?.Progress, 1, history.Count);
        WorkersOf(run, cancellationToken).ForEachRange(history.Count, RowsPerBlock, (from, to) =>
        {
            for (int row = from; row < to; row++)
            {
                PurchaseRecord customer = history[row];
                alive[row] = model.ProbabilityAlive(customer);
                purchases[row] = model.ExpectedPurchases(customer, horizon);
            }

            progress.Advance(to - from);
        });
        progress.Finish();
        return new(horizon, model.Unit ?? history.Unit, alive, purchases);
    }

    /// <summary>Adds up what the model expects of all customers. Costs what the different rows cost.</summary>
    /// <param name="model">The model.</param>
    /// <param name="history">The rows; at least one stands for somebody.</param>
    /// <param name="horizon">Time from the end of observation; 0 or more.</param>
    /// <param name="run">Threads and progress; null for all cores and nobody to tell.</param>
    /// <param name="cancellationToken">Looked at before each block of rows.</param>
    /// <exception cref="ArgumentNullException">The model or the history is null.</exception>
    /// <exception cref="ArgumentException">Model and history count time in different units, or no row stands for anybody.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The horizon is negative or not finite, or the model cannot take it.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public static CohortTotals Totals(
        this IPurchaseModel model, PurchaseHistory history, double horizon, RunOptions? run = null, CancellationToken cancellationToken = default)
    {
        RequireTogether(model, history, horizon);
        Workers workers = WorkersOf(run, cancellationToken);
        PurchaseGroups groups = PurchaseGroups.Of(history);
        (double[] ages, double[] weights) = AgesOf(groups);
        var progress = new PassProgress(run?.Progress, 2, groups.Ages.Length + ages.Length);
        double[] purchases = Each(groups.Ages.Length, workers, progress, row => model.ExpectedPurchases(groups[row], horizon));
        double[] alive = Each(groups.Ages.Length, workers, progress, row => model.ProbabilityAlive(groups[row]));
        double[] soFar = Each(ages.Length, workers, progress, row => model.ExpectedPurchases(ages[row]));
        double[] byHorizon = Each(ages.Length, workers, progress, row => model.ExpectedPurchases(ages[row] + horizon));
        progress.Finish();
        return new(
            groups.Customers,
            horizon,
            SymmetricKernels.Dot(purchases, groups.Weights),
            SymmetricKernels.Dot(alive, groups.Weights),
            SymmetricKernels.Dot(soFar, weights),
            SymmetricKernels.Dot(byHorizon, weights));
    }

    /// <summary>Counts customers by repeat purchases, beside what the model expects of their ages.</summary>
    /// <param name="model">The model.</param>
    /// <param name="history">The rows; at least one stands for somebody.</param>
    /// <param name="bins">How many bins: of 0, of 1, .., and one for all the rest; at least 1.</param>
    /// <param name="run">Threads and progress; null for all cores and nobody to tell.</param>
    /// <param name="cancellationToken">Looked at before each block of rows.</param>
    /// <exception cref="ArgumentNullException">The model or the history is null.</exception>
    /// <exception cref="ArgumentException">Model and history count time in different units, or no row stands for anybody.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no bin.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public static PurchaseFrequencies Frequencies(
        this IPurchaseModel model, PurchaseHistory history, int bins = ValueDefaults.FrequencyBins, RunOptions? run = null, CancellationToken cancellationToken = default)
    {
        RequireTogether(model, history, 0);
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        Workers workers = WorkersOf(run, cancellationToken);
        PurchaseGroups groups = PurchaseGroups.Of(history);
        (double[] ages, double[] weights) = AgesOf(groups);
        var actual = new double[bins];
        for (int row = 0; row < groups.Ages.Length; row++)
        {
            actual[Math.Min(groups.RepeatPurchases[row], bins - 1)] += groups.Weights[row];
        }

        var progress = new PassProgress(run?.Progress, bins - 1, ages.Length);
        var found = ImmutableArray.CreateBuilder<PurchaseFrequencyBin>(bins);
        double rest = groups.Customers;
        for (int bin = 0; bin < bins - 1; bin++)
        {
            double expected = SymmetricKernels.Dot(Each(ages.Length, workers, progress, row => model.ProbabilityOf(bin, ages[row])), weights);
            found.Add(new(bin, IsOpen: false, expected, actual[bin]));
            rest -= expected;
        }

        progress.Finish();
        found.Add(new(bins - 1, IsOpen: true, Math.Max(0, rest), actual[^1]));
        return new(found.MoveToImmutable());
    }

    private static void RequireTogether(IPurchaseModel model, PurchaseHistory history, double horizon)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(history);
        PurchaseArguments.RequireTime(horizon);
        PurchaseUnits.RequireSame(history.Unit, model.Unit, nameof(history));
    }

    /// <summary>Gets the ages that occur, ascending, and for how many customers each stands.</summary>
    private static (double[] Ages, double[] Weights) AgesOf(PurchaseGroups groups)
    {
        double[] sorted = [.. groups.Ages];
        double[] weights = [.. groups.Weights];
        Array.Sort(sorted, weights);
        int count = 0;
        for (int row = 0; row < sorted.Length; row++)
        {
            if (count > 0 && sorted[row] == sorted[count - 1])
            {
                weights[count - 1] += weights[row];
                continue;
            }

            (sorted[count], weights[count]) = (sorted[row], weights[row]);
            count++;
        }

        return (sorted[..count], weights[..count]);
    }

    private static double[] Each(int rows, Workers workers, PassProgress progress, Func<int, double> value)
    {
        var values = new double[rows];
        workers.ForEachRange(rows, RowsPerBlock, (from, to) =>
        {
            for (int row = from; row < to; row++)
            {
                values[row] = value(row);
            }

            progress.Advance(to - from);
        });
        return values;
    }

    private static Workers WorkersOf(RunOptions? run, CancellationToken cancellationToken) => new((run ?? new RunOptions()).Threads, cancellationToken);
}
