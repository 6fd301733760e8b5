using System.Text.Json.Serialization;
using MathNet.Numerics;

namespace UserOps.Models;

/// <summary>Two shares of different people side by side: how far apart they are, how sure that is, and whether chance alone would do it.</summary>
/// <remarks>
/// The two counts of each group are stored, everything else is derived. The groups must have nobody in common. The default value compares
/// nothing with nothing, and none of its numbers exist.
/// </remarks>
public readonly record struct ProportionComparison
{
    /// <summary>Creates a comparison from its JSON members.</summary>
    [JsonConstructor]
    internal ProportionComparison(Ratio first, Ratio second, double level)
    {
        if (!(level > 0 && level < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(level), level, "A confidence level lies strictly between 0 and 1.");
        }

        First = first;
        Second = second;
        Level = level;
    }

    /// <summary>Gets the share that is compared.</summary>
    public Ratio First { get; }

    /// <summary>Gets the share it is compared with: the control, the holdout.</summary>
    public Ratio Second { get; }

    /// <summary>Gets the confidence level of <see cref="Interval"/>.</summary>
    public double Level { get; }

    /// <summary>Gets the first share minus the second, -1 to 1; <see cref="UndefinedReason.EmptyPopulation"/> when either is of nobody.</summary>
    /// <remarks>Exactly 0 where the shares are equal, whatever their counts.</remarks>
    [JsonIgnore]
    public Measure<double> Difference => IsOfNobody ? UndefinedReason.EmptyPopulation : DifferenceOfShares;

    /// <summary>
    /// Gets the difference over the second share: 0.25 is a quarter more. <see cref="UndefinedReason.EmptyPopulation"/> when either is of nobody,
    /// <see cref="UndefinedReason.ZeroBase"/> when the second share is zero.
    /// </summary>
    [JsonIgnore]
    public Measure<double> RelativeDifference => IsOfNobody ? UndefinedReason.EmptyPopulation
        : Second.Numerator == 0 ? UndefinedReason.ZeroBase
        : (double)Cross / ((double)First.Denominator * Second.Numerator);

    /// <summary>Gets the interval of the difference at <see cref="Level"/>; it holds the difference. Null when either share is of nobody.</summary>
    /// <remarks>
    /// Newcombe's hybrid of the two Wilson intervals, without continuity correction: R. G. Newcombe, Statistics in Medicine 17, 1998, 873–890,
    /// method 10.
    /// </remarks>
    [JsonIgnore]
    public Interval? Interval => IsOfNobody ? null : NewcombeInterval(First.Wilson(Level)!.Value, Second.Wilson(Level)!.Value);

    /// <summary>
    /// Gets the statistic of the test that both groups have one and the same probability, standard normal if so: the difference over its
    /// deviation under the pooled share. Positive where the first share is larger.
    /// </summary>
    /// <remarks>
    /// Its square is Pearson's chi-square of the two by two table, without continuity correction. <see cref="UndefinedReason.EmptyPopulation"/> when
    /// either share is of nobody, <see cref="UndefinedReason.NoSolution"/> when all or none of both have it: nothing varies. An
    /// approximation: where an expected count is below 5, trust the interval more.
    /// </remarks>
    [JsonIgnore]
    public Measure<double> ZStatistic => IsOfNobody ? UndefinedReason.EmptyPopulation
        : Pooled is var (with, all) && (with == 0 || with == all) ? UndefinedReason.NoSolution
        : (double)Cross * Math.Sqrt(all / (with * (all - with)) / ((double)First.Denominator * Second.Denominator));

    /// <summary>Gets the two-sided probability of a <see cref="ZStatistic"/> at least as far from 0 by chance alone; the reasons are those of the statistic.</summary>
    [JsonIgnore]
    public Measure<double> PValue => ZStatistic is { Value: { } z } ? SpecialFunctions.Erfc(Math.Abs(z) / Constants.Sqrt2) : ZStatistic;

    private bool IsOfNobody => First.Denominator == 0 || Second.Denominator == 0;

    // Whole numbers: a difference of two quotients would be off by a bit where the shares are equal, and lose digits where they nearly are.
    private Int128 Cross => (Int128)First.Numerator * Second.Denominator - (Int128)Second.Numerator * First.Denominator;

    private double DifferenceOfShares => (double)Cross / (double)((Int128)First.Denominator * Second.Denominator);

    private (double With, double All) Pooled
        => ((double)((Int128)First.Numerator + Second.Numerator), (double)((Int128)First.Denominator + Second.Denominator));

    /// <summary>Compares two shares.</summary>
    /// <param name="first">The share of interest.</param>
    /// <param name="second">What it is compared with, of other people.</param>
    /// <param name="level">The confidence level of the interval, strictly between 0 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is not strictly between 0 and 1.</exception>
    public static ProportionComparison Of(Ratio first, Ratio second, double level = NumericsDefaults.ConfidenceLevel) => new(first, second, level);

    private Interval NewcombeInterval(Interval first, Interval second)
    {
        double p1 = First.Value!.Value;
        double p2 = Second.Value!.Value;
        double difference = DifferenceOfShares;

        // A probability differs from another by at most 1; rounding may take the ends a bit beyond.
        double low = Math.Max(difference - Length(p1 - first.Low, second.High - p2), -1);
        double high = Math.Min(difference + Length(first.High - p1, p2 - second.Low), 1);
        return new Interval(low, high);
    }

    private static double Length(double x, double y) => Math.Sqrt(x * x + y * y);
}
