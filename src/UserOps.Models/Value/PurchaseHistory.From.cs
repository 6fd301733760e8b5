namespace UserOps.Models.Value;

public sealed partial class PurchaseHistory
{
    private PurchaseCustomers? _source;
    private int[] _repeatsWithSpend = [];

    /// <summary>Gets the ISO 4217 code of the currency of the spends; null where they were given as numbers, or not at all.</summary>
    public string? Currency { get; private init; }

    /// <summary>Gets the customers behind the rows as a set of the dataset; null where columns were given.</summary>
    public UserSet? Users => _source?.Users;

    /// <summary>Gets the repeat purchases each mean spend is of: those whose money is known. Shape [Count], or empty without spends.</summary>
    internal ReadOnlySpan<int> RepeatsWithSpend => MeanSpends.IsEmpty ? [] : _source is null ? _repeatPurchases : _repeatsWithSpend;

    /// <summary>Reads the history of purchases of a dataset; <see cref="PurchaseHistoryModel"/> gives the counts beside it.</summary>
    /// <param name="data">Users and their events.</param>
    /// <param name="definition">Which events are purchases, what they are worth, and over what time.</param>
    /// <param name="context">The last visible instant, the zone of days, weeks and months, and the first day of a week.</param>
    /// <param name="run">Threads and progress; null for all cores and nobody to tell.</param>
    /// <param name="cancellationToken">Looked at once per block of users.</param>
    /// <returns>One row for everybody with a purchase, in the order of the directory.</returns>
    /// <exception cref="InvalidDefinitionException">The definition cannot be, by itself or for the data; every fault is in <c>Issues</c>.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public static PurchaseHistory From(
        UserOpsDataset data, PurchaseHistoryDefinition definition, EvaluationContext context, RunOptions? run = null, CancellationToken cancellationToken = default)
        => new PurchaseHistoryModel(definition).Evaluate(data, context, run, cancellationToken).History;

    /// <summary>Gets the customer behind a row.</summary>
    /// <param name="row">0 to <see cref="Count"/> - 1.</param>
    /// <exception cref="InvalidOperationException">The history was made of columns, which name nobody.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public UserId UserAt(int row)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(row);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, Count);
        return Source.Directory[Source.Rows[row].Ordinal];
    }

    /// <summary>Finds the row of a user.</summary>
    /// <param name="user">A user of the dataset.</param>
    /// <returns>-1 for a user without a purchase.</returns>
    /// <exception cref="InvalidOperationException">The history was made of columns, which name nobody.</exception>
    /// <exception cref="KeyNotFoundException">The dataset does not know the user.</exception>
    public int RowOf(UserId user) => Source.RowOf(user);

    /// <summary>Gets the mean spend of a customer's repeat purchases.</summary>
    /// <param name="row">0 to <see cref="Count"/> - 1.</param>
    /// <returns><see cref="UndefinedReason.EmptyPopulation"/> without a repeat purchase whose money is known.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public Measure<double> MeanSpendAt(int row)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(row);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, Count);
        return MeanSpends.IsEmpty || RepeatsWithSpend[row] == 0 ? UndefinedReason.EmptyPopulation : MeanSpends[row];
    }

    internal PurchaseCustomers Source
        => _source ?? throw new InvalidOperationException("This history was made of columns; only one that was read from a dataset knows its users.");

    /// <summary>Gets the rows of those users of a set who are customers, ascending.</summary>
    internal IEnumerable<int> RowsOf(UserSet users)
    {
        if (!users.Directory.IsSameOrEarlierStateOf(Source.Directory))
        {
            throw new ArgumentException("The set belongs to another directory than the history.", nameof(users));
        }

        return users.Select(Source.RowOf).Where(row => row >= 0);
    }

    internal static PurchaseHistory Of(PurchasePlan plan, PurchaseCustomers customers, int endPeriod)
    {
        int count = customers.Count;
        var repeats = new int[count];
        var lasts = new double[count];
        var ages = new double[count];
        var logGaps = new double[count];
        var spends = new double[plan.Amounts is null ? 0 : count];
        var known = new int[spends.Length];
        ReadOnlySpan<PurchaseRow> rows = customers.Rows;
        for (int i = 0; i < count; i++)
        {
            ref readonly PurchaseRow row = ref rows[i];
            repeats[i] = row.Purchases - 1;
            lasts[i] = customers.TimeFrom(row.First, row.Last);
            ages[i] = customers.TimeFrom(row.First, endPeriod);
            logGaps[i] = row.LogGaps;
            if (known.Length > 0)
            {
                (known[i], spends[i]) = (row.RepeatsWithSpend, customers.MeanRepeatSpendOf(row));
            }
        }

        return new(repeats, lasts, ages, logGaps, spends, [], plan.Definition.Unit) { _source = customers, _repeatsWithSpend = known, Currency = plan.Amounts?.Currency };
    }
}
