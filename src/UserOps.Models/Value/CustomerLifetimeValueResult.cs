namespace UserOps.Models.Value;

/// <summary>What each customer of a history, a segment of them, and all of them will still bring. Immutable.</summary>
public sealed class CustomerLifetimeValueResult
{
    private const int RowsPerLook = 1_024;

    private readonly PurchaseHistory _history;
    private readonly IPurchaseModel _purchases;
    private readonly IExpectedSpends _spends;
    private readonly double[] _expected;
    private readonly double[] _discounted;

    internal CustomerLifetimeValueResult(
        CustomerLifetimeValueDefinition definition, PurchaseHistory history, IPurchaseModel purchases, IExpectedSpends spends, CancellationToken cancellationToken)
    {
        Definition = definition;
        _history = history;
        _purchases = purchases;
        _spends = spends;
        _expected = new double[history.Count];
        _discounted = new double[history.Count];
        var lifetimes = new LifetimePurchases(definition, purchases);
        for (int row = 0; row < history.Count; row++)
        {
            if (row % RowsPerLook == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            (_expected[row], _discounted[row]) = lifetimes.Of(history[row]);
        }

        Total = TotalOf(Enumerable.Range(0, history.Count));
    }

    /// <summary>Gets what was asked.</summary>
    public CustomerLifetimeValueDefinition Definition { get; }

    /// <summary>Gets the number of customers' rows; those of the history.</summary>
    public int Count => _history.Count;

    /// <summary>Gets the ISO 4217 code of the currency; null where the history never said.</summary>
    public string? Currency => _history.Currency;

    /// <summary>Gets the purchases expected over the whole time; shape [Count].</summary>
    public ReadOnlySpan<double> ExpectedPurchases => _expected;

    /// <summary>Gets the purchases expected, those of later periods discounted; shape [Count].</summary>
    public ReadOnlySpan<double> DiscountedPurchases => _discounted;

    /// <summary>Gets what all customers will still bring.</summary>
    public LifetimeValueTotal Total { get; }

    /// <summary>Gets what a purchase of a customer is expected to be worth, before the margin.</summary>
    /// <param name="row">0 to <see cref="Count"/> - 1.</param>
    /// <returns><see cref="UndefinedReason.NoSolution"/> where it is infinite, or the mean seen is below zero.</returns>
    /// <exception cref="IndexOutOfRangeException">There is no such row.</exception>
    public Measure<double> ExpectedSpendAt(int row) => Existing(_spends.At(row, _spends.Logs));

    /// <summary>Gets what a customer will still bring.</summary>
    /// <param name="row">0 to <see cref="Count"/> - 1.</param>
    /// <returns><see cref="UndefinedReason.NoSolution"/> without an expected spend.</returns>
    /// <exception cref="IndexOutOfRangeException">There is no such row.</exception>
    public Measure<double> ValueAt(int row) => Existing(ValueOf(row));

    /// <summary>Gets what the customers of a segment will still bring.</summary>
    /// <param name="segment">A set of the dataset the history was read from, or of an earlier state of it; who is no customer adds nothing.</param>
    /// <exception cref="ArgumentException">The set belongs to other data.</exception>
    /// <exception cref="InvalidOperationException">The history was made of columns, which name nobody.</exception>
    public LifetimeValueTotal TotalOf(UserSet segment)
    {
        ArgumentNullException.ThrowIfNull(segment);
        return TotalOf(_history.RowsOf(segment));
    }

    /// <summary>Gets where a customer's value lies, given how well the parameters are known; it says nothing of what this one customer will happen to do.</summary>
    /// <param name="row">0 to <see cref="Count"/> - 1.</param>
    /// <param name="level">Above 0 and below 1.</param>
    /// <returns>By the delta method on the logarithm, the two fits taken as independent; null without a value above zero, or where a model was given and not fitted.</returns>
    /// <exception cref="IndexOutOfRangeException">There is no such row.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0 and 1.</exception>
    public Interval? IntervalAt(int row, double level = ValueDefaults.ConfidenceLevel) => IntervalOf([row], level);

    /// <summary>Gets where the value of all customers lies; see <see cref="IntervalAt"/>.</summary>
    /// <param name="level">Above 0 and below 1.</param>
    /// <remarks>Works through the history twice for every parameter.</remarks>
    public Interval? TotalInterval(double level = ValueDefaults.ConfidenceLevel) => IntervalOf([.. Enumerable.Range(0, Count)], level);

    /// <summary>Gets where the value of a segment lies; see <see cref="IntervalAt"/>.</summary>
    /// <param name="segment">See <see cref="TotalOf(UserSet)"/>.</param>
    /// <param name="level">Above 0 and below 1.</param>
    public Interval? TotalInterval(UserSet segment, double level = ValueDefaults.ConfidenceLevel)
    {
        ArgumentNullException.ThrowIfNull(segment);
        return IntervalOf([.. _history.RowsOf(segment)], level);
    }

    private Interval? IntervalOf(int[] rows, double level)
    {
        int[] valued = [.. rows.Where(row => !double.IsNaN(ValueOf(row)))];
        return !(TotalOf(valued).Value > 0) ? null : LifetimeValueInterval.Of(Definition, _history, _purchases, _spends, valued, level);
    }

    private LifetimeValueTotal TotalOf(IEnumerable<int> rows)
    {
        (double customers, double valued, double expected, double sum) = (0, 0, 0, 0);
        foreach (int row in rows)
        {
            double weight = _history.HasWeights ? _history.Weights[row] : 1;
            double value = ValueOf(row);
            customers += weight;
            expected += weight * _expected[row];
            if (!double.IsNaN(value))
            {
                valued += weight;
                sum += weight * value;
            }
        }

        return new() { Customers = customers, Valued = valued, ExpectedPurchases = expected, Value = sum };
    }

    private double ValueOf(int row) => Definition.Margin * _spends.At(row, _spends.Logs) * _discounted[row];

    private static Measure<double> Existing(double value) => double.IsNaN(value) ? UndefinedReason.NoSolution : value;
}
