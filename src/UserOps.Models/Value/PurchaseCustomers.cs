namespace UserOps.Models.Value;

/// <summary>The customers behind a history, bound to their dataset: everybody with a purchase, in the order of the directory.</summary>
public sealed class PurchaseCustomers
{
    private readonly PurchasePlan _plan;
    private readonly PurchaseRow[] _rows;
    private readonly int _endPeriod;
    private UserSet? _users;

    internal PurchaseCustomers(PurchasePlan plan, PurchaseRow[] rows, int endPeriod)
    {
        _plan = plan;
        _rows = rows;
        _endPeriod = endPeriod;
    }

    /// <summary>Gets the number of customers.</summary>
    public int Count => _rows.Length;

    /// <summary>Gets the customers as a set. Who never bought is not in it.</summary>
    public UserSet Users => _users ??= SetOf(_ => true);

    /// <summary>Gets the customers with a purchase after the first.</summary>
    public UserSet RepeatBuyers => SetOf(row => row.Purchases > 1);

    internal UserDirectory Directory => _plan.Data.Directory;

    internal ReadOnlySpan<PurchaseRow> Rows => _rows;

    /// <summary>Gets a customer by row; rows are those of the history.</summary>
    /// <param name="row">0 to <see cref="Count"/> - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public PurchaseCustomer this[int row]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(row);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, Count);
            return CustomerOf(_rows[row]);
        }
    }

    /// <summary>Finds the row of a user.</summary>
    /// <param name="user">A user of the dataset.</param>
    /// <returns>-1 for a user without a purchase.</returns>
    /// <exception cref="KeyNotFoundException">The dataset does not know the user.</exception>
    public int RowOf(UserId user) => Directory.TryGetOrdinal(user, out int ordinal)
        ? RowOf(ordinal)
        : throw new KeyNotFoundException($"The dataset does not know the user '{user}'.");

    internal int RowOf(int ordinal)
    {
        int low = 0;
        for (int high = _rows.Length; low < high;)
        {
            int middle = (low + high) / 2;
            (low, high) = _rows[middle].Ordinal < ordinal ? (middle + 1, high) : (low, middle);
        }

        return low < _rows.Length && _rows[low].Ordinal == ordinal ? low : -1;
    }

    internal double TimeFrom(int period, int to) => (double)(to - period) / _plan.Definition.Unit.Count;

    /// <summary>Gets the mean repeat spend as a double; 0 where there is none, and then it means nothing.</summary>
    internal double MeanRepeatSpendOf(in PurchaseRow row)
        => row.RepeatsWithSpend == 0 ? 0 : PurchaseMoney.Mean(row.RepeatSpend, row.RepeatsWithSpend, _plan.Amounts!.Scale);

    private PurchaseCustomer CustomerOf(in PurchaseRow row)
    {
        int known = row.RepeatsWithSpend + (row.IsFirstSpendKnown ? 1 : 0);
        int scale = _plan.Amounts?.Scale ?? 0;
        return new()
        {
            User = Directory[row.Ordinal],
            FirstPurchase = _plan.Periods.FirstDayOf(row.First),
            LastPurchase = _plan.Periods.FirstDayOf(row.Last),
            Purchases = row.Purchases,
            AgeAtLastPurchase = TimeFrom(row.First, row.Last),
            Age = TimeFrom(row.First, _endPeriod),
            Spend = known == 0 ? UndefinedReason.EmptyPopulation : DecimalUnits.ToDecimal(row.FirstSpend + row.RepeatSpend, scale),
            MeanSpend = PurchaseMoney.ExactMean(row.FirstSpend + row.RepeatSpend, known, scale),
            MeanRepeatSpend = PurchaseMoney.ExactMean(row.RepeatSpend, row.RepeatsWithSpend, scale),
        };
    }

    private UserSet SetOf(Predicate<PurchaseRow> belongs)
    {
        var words = new ulong[BitKernels.WordsFor(Directory.Count)];
        foreach (PurchaseRow row in _rows)
        {
            words[row.Ordinal >> 6] |= belongs(row) ? 1UL << row.Ordinal : 0;
        }

        return new(Directory, words);
    }
}
