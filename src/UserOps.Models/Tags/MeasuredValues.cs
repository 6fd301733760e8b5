namespace UserOps.Models.Tags;

/// <summary>Sums, means and extremes of what users did: one slot a user, of one of the two kinds. A word of the bitmaps belongs to one thread.</summary>
internal sealed class MeasuredValues(int users, TagAggregation aggregation)
{
    /// <summary>Gets whole units; shape [users].</summary>
    internal long[] Units { get; } = new long[aggregation == TagAggregation.Average ? 0 : users];

    /// <summary>Gets doubles; shape [users].</summary>
    internal double[] Numbers { get; } = new double[users];

    /// <summary>Gets who has a value.</summary>
    internal ulong[] Present { get; } = new ulong[BitKernels.WordsFor(users)];

    /// <summary>Gets whose value cannot be held.</summary>
    internal ulong[] Beyond { get; } = new ulong[BitKernels.WordsFor(users)];

    /// <summary>Sets the value of a user, exact in whole units; a mean is the double nearest to their quotient in 28 digits.</summary>
    internal void Set(int user, UnitTotals totals, int scale)
    {
        if (aggregation == TagAggregation.Sum)
        {
            SetUnits(user, totals.Sum);
        }
        else if (totals.Count > 0 && aggregation == TagAggregation.Average)
        {
            SetNumber(user, Threshold.NearestDouble((decimal)totals.Sum / totals.Count / DecimalUnits.PowerOfTen(scale)));
        }
        else if (totals.Count > 0)
        {
            SetUnits(user, aggregation == TagAggregation.Minimum ? totals.Least : totals.Greatest);
        }
    }

    /// <summary>Sets the value of a user; of no numbers there is only a sum.</summary>
    internal void Set(int user, NumberTotals totals)
    {
        if (totals.Count > 0 || aggregation == TagAggregation.Sum)
        {
            SetNumber(user, aggregation switch
            {
                TagAggregation.Sum => totals.Sum,
                TagAggregation.Average => totals.Sum / totals.Count,
                TagAggregation.Minimum => totals.Least,
                _ => totals.Greatest,
            });
        }
    }

    private void SetUnits(int user, Int128 units)
    {
        bool fits = units >= long.MinValue && units <= long.MaxValue;
        Units[user] = fits ? (long)units : 0;
        Mark(user, fits);
    }

    private void SetNumber(int user, double number)
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
