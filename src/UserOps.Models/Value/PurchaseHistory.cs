namespace UserOps.Models.Value;

/// <summary>What models of repeat buying need of every customer: repeat purchases, the age at the last one and the age at the end of observation.</summary>
/// <remarks>
/// One row a customer, or one row for several who did the same. Immutable, shared freely between threads. Times count from the first purchase, in one unit for
/// all rows; the papers' x, t_x and T. Only who bought at least once has a row.
/// </remarks>
public sealed partial class PurchaseHistory
{
    private readonly int[] _repeatPurchases;
    private readonly double[] _agesAtLastPurchase;
    private readonly double[] _ages;
    private readonly double[] _logGaps;
    private readonly double[] _meanSpends;
    private readonly double[] _weights;

    private PurchaseHistory(int[] repeatPurchases, double[] agesAtLastPurchase, double[] ages, double[] logGaps, double[] meanSpends, double[] weights, PurchaseTimeUnit? unit)
    {
        _repeatPurchases = repeatPurchases;
        _agesAtLastPurchase = agesAtLastPurchase;
        _ages = ages;
        _logGaps = logGaps;
        _meanSpends = meanSpends;
        _weights = weights;
        Unit = unit;
    }

    /// <summary>Gets the number of rows.</summary>
    public int Count => _repeatPurchases.Length;

    /// <summary>Gets for how many customers the rows stand.</summary>
    public double Customers => HasWeights ? _weights.Sum() : Count;

    /// <summary>Gets what a time of 1 means; null where the caller never said.</summary>
    public PurchaseTimeUnit? Unit { get; }

    /// <summary>Gets the purchases after the first; shape [Count].</summary>
    public ReadOnlySpan<int> RepeatPurchases => _repeatPurchases;

    /// <summary>Gets the time from the first purchase to the last, 0 without a repeat; shape [Count].</summary>
    public ReadOnlySpan<double> AgesAtLastPurchase => _agesAtLastPurchase;

    /// <summary>Gets the time from the first purchase to the end of observation; shape [Count].</summary>
    public ReadOnlySpan<double> Ages => _ages;

    /// <summary>Gets the sum of the natural logarithms of the times between purchases, 0 without a repeat; shape [Count], or empty where it is not known.</summary>
    public ReadOnlySpan<double> LogGaps => _logGaps;

    /// <summary>Gets the mean spend of a repeat purchase; the slot of a row without a repeat means nothing. Shape [Count], or empty where it is not known.</summary>
    public ReadOnlySpan<double> MeanSpends => _meanSpends;

    /// <summary>Gets for how many customers each row stands; shape [Count], or empty where each stands for one.</summary>
    public ReadOnlySpan<double> Weights => _weights;

    internal bool HasWeights => _weights.Length > 0;

    /// <summary>Gets a row.</summary>
    /// <param name="row">0 to <see cref="Count"/> - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public PurchaseRecord this[int row] => (uint)row < (uint)Count
        ? new(_repeatPurchases[row], _agesAtLastPurchase[row], _ages[row])
        : throw new ArgumentOutOfRangeException(nameof(row), row, $"There are {Count} rows.");

    /// <summary>Takes columns that are ready.</summary>
    /// <param name="repeatPurchases">Purchases after the first; shape [rows], each 0 or more.</param>
    /// <param name="agesAtLastPurchase">Time from the first purchase to the last; shape [rows], each 0 to the age, and 0 without a repeat.</param>
    /// <param name="ages">Time from the first purchase to the end of observation; shape [rows].</param>
    /// <param name="logGaps">Sums of the natural logarithms of the times between purchases; shape [rows], or empty. Only regular buying (k above 1) needs them.</param>
    /// <param name="meanSpends">Mean spend of a repeat purchase, of either sign; shape [rows], or empty. Slots of rows without a repeat are not looked at.</param>
    /// <param name="weights">For how many customers a row stands; shape [rows], each 0 or more, or empty for one each.</param>
    /// <param name="unit">What a time of 1 means; null to leave it open.</param>
    /// <exception cref="ArgumentException">The columns differ in length, or a value cannot be: the message names the first such row, the column and the value.</exception>
    public static PurchaseHistory Of(
        ReadOnlySpan<int> repeatPurchases,
        ReadOnlySpan<double> agesAtLastPurchase,
        ReadOnlySpan<double> ages,
        ReadOnlySpan<double> logGaps = default,
        ReadOnlySpan<double> meanSpends = default,
        ReadOnlySpan<double> weights = default,
        PurchaseTimeUnit? unit = null)
    {
        int rows = repeatPurchases.Length;
        PurchaseColumns.RequireLength(rows, agesAtLastPurchase.Length, nameof(agesAtLastPurchase));
        PurchaseColumns.RequireLength(rows, ages.Length, nameof(ages));
        PurchaseColumns.RequireLength(rows, logGaps.IsEmpty ? rows : logGaps.Length, nameof(logGaps));
        PurchaseColumns.RequireLength(rows, meanSpends.IsEmpty ? rows : meanSpends.Length, nameof(meanSpends));
        PurchaseColumns.RequireLength(rows, weights.IsEmpty ? rows : weights.Length, nameof(weights));
        for (int row = 0; row < rows; row++)
        {
            bool repeats = repeatPurchases[row] > 0;
            PurchaseColumns.Require(repeatPurchases[row] >= 0, row, repeatPurchases[row], "purchases after the first are 0 or more", nameof(repeatPurchases));
            PurchaseColumns.Require(ages[row] >= 0 && double.IsFinite(ages[row]), row, ages[row], "an age is 0 or more, and finite", nameof(ages));
            PurchaseColumns.Require(agesAtLastPurchase[row] >= 0 && agesAtLastPurchase[row] <= ages[row], row, agesAtLastPurchase[row], "the last purchase lies between 0 and the age", nameof(agesAtLastPurchase));
            PurchaseColumns.Require(repeats || agesAtLastPurchase[row] == 0, row, agesAtLastPurchase[row], "without a repeat the last purchase is the first, at 0", nameof(agesAtLastPurchase));
            PurchaseColumns.Require(logGaps.IsEmpty || (repeats ? double.IsFinite(logGaps[row]) : logGaps[row] == 0), row, logGaps.IsEmpty ? 0 : logGaps[row], "the sum of logarithms is finite, and 0 without a repeat", nameof(logGaps));
            PurchaseColumns.Require(meanSpends.IsEmpty || !repeats || double.IsFinite(meanSpends[row]), row, meanSpends.IsEmpty ? 0 : meanSpends[row], "a mean spend is finite", nameof(meanSpends));
            PurchaseColumns.Require(weights.IsEmpty || (weights[row] >= 0 && double.IsFinite(weights[row])), row, weights.IsEmpty ? 0 : weights[row], "a weight is 0 or more, and finite", nameof(weights));
        }

        return new([.. repeatPurchases], [.. agesAtLastPurchase], [.. ages], [.. logGaps], [.. meanSpends], [.. weights], unit);
    }
}
