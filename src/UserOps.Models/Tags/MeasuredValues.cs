namespace UserOps.Models.Tags;

/// <summary>Where folds put sums, means and extremes: one slot a user, of one of the two kinds. A word of the bitmaps belongs to one thread.</summary>
internal sealed class MeasuredValues(int users, TagAggregation aggregation)
{
    internal TagAggregation Aggregation { get; } = aggregation;

    /// <summary>Gets whole units; shape [users].</summary>
    internal long[] Units { get; } = new long[aggregation == TagAggregation.Average ? 0 : users];

    /// <summary>Gets doubles; shape [users].</summary>
    internal double[] Numbers { get; } = new double[users];

    /// <summary>Gets who has a value.</summary>
    internal ulong[] Present { get; } = new ulong[BitKernels.WordsFor(users)];

    /// <summary>Gets whose value cannot be held.</summary>
    internal ulong[] Beyond { get; } = new ulong[BitKernels.WordsFor(users)];

    internal void SetUnits(int user, Int128 units)
    {
        bool fits = units >= long.MinValue && units <= long.MaxValue;
        Units[user] = fits ? (long)units : 0;
        Mark(user, fits);
    }

    internal void SetNumber(int user, double number)
    {
        bool fits = double.IsFinite(number);
        Numbers[user] = fits ? number : 0;
        Mark(user, fits);
    }

    private void Mark(int user, bool fits)
    {
        ulong[] marks = fits ? Present : Beyond;
        marks[user >> 6] |= 1UL << user;
    }
}
