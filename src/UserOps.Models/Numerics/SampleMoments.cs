namespace UserOps.Models;

/// <summary>Mean, standard deviation and lag-one autocorrelation of a sample, without the digits that textbook sums lose.</summary>
/// <remarks>
/// Sums are compensated (A. Neumaier, Zeitschrift für Angewandte Mathematik und Mechanik 54, 1974, 39–51), and deviations are taken from the mean in two
/// parts, its double and what that rounds away. Holds the certified values of eight of NIST's univariate data sets.
/// </remarks>
public readonly record struct SampleMoments
{
    private SampleMoments(int count, Measure<double> mean, Measure<double> standardDeviation, Measure<double> autocorrelation)
    {
        Count = count;
        Mean = mean;
        StandardDeviation = standardDeviation;
        LagOneAutocorrelation = autocorrelation;
    }

    /// <summary>Gets how many values there are.</summary>
    public int Count { get; }

    /// <summary>Gets the mean; <see cref="UndefinedReason.EmptyPopulation"/> of nothing, <see cref="UndefinedReason.NoSolution"/> where a sum is beyond what a double holds.</summary>
    public Measure<double> Mean { get; }

    /// <summary>Gets the standard deviation of the population behind the sample (over n - 1); <see cref="UndefinedReason.TooFew"/> of fewer than two values.</summary>
    public Measure<double> StandardDeviation { get; }

    /// <summary>
    /// Gets the correlation of each value with the next one: sum of (y(i) - m)(y(i+1) - m) over sum of (y(i) - m)², in the order given.
    /// <see cref="UndefinedReason.TooFew"/> of fewer than two values, <see cref="UndefinedReason.ZeroBase"/> where all are equal.
    /// </summary>
    public Measure<double> LagOneAutocorrelation { get; }

    /// <summary>Takes a sample.</summary>
    /// <param name="values">Shape [values]; finite. Their order matters to <see cref="LagOneAutocorrelation"/> alone.</param>
    /// <exception cref="ArgumentException">A value is infinite or NaN; the message says which.</exception>
    /// <remarks>Five passes over the values; allocates nothing.</remarks>
    public static SampleMoments Of(ReadOnlySpan<double> values)
    {
        RequireFinite(values);
        if (values.IsEmpty)
        {
            return new(0, UndefinedReason.EmptyPopulation, UndefinedReason.TooFew, UndefinedReason.TooFew);
        }

        double mean = SumOf(values, 0) / values.Length;
        double rest = SumOf(values, mean) / values.Length; // what the rounding of the mean leaves; no double holds mean + rest
        double unit = UnitOf(values, mean, rest);
        double squares = SumOfProducts(values, values, mean, rest, unit);
        return new(
            values.Length,
            FiniteOr(mean + rest),
            values.Length < 2 ? UndefinedReason.TooFew : FiniteOr(unit * Math.Sqrt(squares / (values.Length - 1))),
            values.Length < 2 ? UndefinedReason.TooFew : squares == 0 ? UndefinedReason.ZeroBase : FiniteOr(SumOfProducts(values[..^1], values[1..], mean, rest, unit) / squares));
    }

    private static double SumOf(ReadOnlySpan<double> values, double mean)
    {
        var sum = default(CompensatedSum);
        foreach (double value in values)
        {
            sum.Add(value - mean);
        }

        return sum.Value;
    }

    /// <summary>Gets the power of two below the largest deviation: divided by it, squares neither vanish nor overflow, and no digit is lost.</summary>
    private static double UnitOf(ReadOnlySpan<double> values, double mean, double rest)
    {
        double largest = 0;
        foreach (double value in values)
        {
            largest = Math.Max(largest, Math.Abs(value - mean - rest));
        }

        return largest > 0 && double.IsFinite(largest) ? Math.ScaleB(1, Math.ILogB(largest)) : 1;
    }

    private static double SumOfProducts(ReadOnlySpan<double> left, ReadOnlySpan<double> right, double mean, double rest, double unit)
    {
        var products = default(CompensatedSum);
        for (int i = 0; i < left.Length; i++)
        {
            products.Add((left[i] - mean - rest) / unit * ((right[i] - mean - rest) / unit));
        }

        return products.Value;
    }

    private static Measure<double> FiniteOr(double value) => double.IsFinite(value) ? value : UndefinedReason.NoSolution;

    private static void RequireFinite(ReadOnlySpan<double> values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (!double.IsFinite(values[i]))
            {
                throw new ArgumentException(FormattableString.Invariant($"Value {i} is {values[i]}; a sample has finite numbers."), nameof(values));
            }
        }
    }
}
