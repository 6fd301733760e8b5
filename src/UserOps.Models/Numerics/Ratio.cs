using System.Globalization;
using System.Text.Json.Serialization;
using MathNet.Numerics.Distributions;

namespace UserOps.Models;

/// <summary>A share: so many of so many. The counts are stored, the rate is derived.</summary>
/// <remarks>The default value is 0 of 0, a share of nothing, whose rate does not exist.</remarks>
public readonly record struct Ratio
{
    /// <summary>Creates a share from its two counts.</summary>
    /// <param name="numerator">The part; zero or more.</param>
    /// <param name="denominator">The whole; not less than <paramref name="numerator"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The part is negative, or greater than the whole.</exception>
    [JsonConstructor]
    public Ratio(long numerator, long denominator)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(numerator);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(numerator, denominator);
        Numerator = numerator;
        Denominator = denominator;
    }

    /// <summary>Gets the part; at least 0 and at most <see cref="Denominator"/>.</summary>
    public long Numerator { get; }

    /// <summary>Gets the whole; 0 or more.</summary>
    public long Denominator { get; }

    /// <summary>Gets the part over the whole, 0 to 1; <see langword="null"/> over nothing.</summary>
    [JsonIgnore]
    public double? Value => Denominator == 0 ? null : (double)Numerator / Denominator;

    /// <summary>Gets the Wilson score interval of the probability behind this share.</summary>
    /// <param name="level">The confidence level, strictly between 0 and 1.</param>
    /// <returns>
    /// An interval within 0 to 1 that holds <see cref="Value"/>; its lower end is exactly 0 for none of them and its upper end
    /// exactly 1 for all of them. <see langword="null"/> over nothing.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is not strictly between 0 and 1.</exception>
    /// <remarks>
    /// E. B. Wilson, Journal of the American Statistical Association 22, 1927, 209–212; recommended for its coverage by
    /// L. Brown, T. Cai, A. DasGupta, Statistical Science 16(2), 2001, 101–133. No continuity correction. O(1), allocates nothing.
    /// </remarks>
    public Interval? Wilson(double level = NumericsDefaults.ConfidenceLevel)
    {
        if (!(level > 0 && level < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(level), level, "A confidence level lies strictly between 0 and 1.");
        }

        return Denominator == 0 ? null : WilsonInterval(Numerator, Denominator, -Normal.InvCDF(0, 1, (1 - level) / 2));
    }

    /// <summary>Gives both counts as text, without regard to culture: <c>3 of 8</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Numerator} of {Denominator}");

    // The ends solve (n + z²) p² - (2x + z²) p + x²/n = 0. The upper one is a sum of positive terms; the lower one follows
    // from the product of the roots, because the textbook difference loses all its digits for few of very many.
    private static Interval WilsonInterval(double x, double n, double z)
    {
        double z2 = z * z;
        double twiceUpper = 2 * x + z2 + z * Math.Sqrt(z2 + 4 * x * ((n - x) / n));
        double low = 2 * x * (x / n) / twiceUpper;
        double high = twiceUpper / (2 * (n + z2));

        // The rate lies inside, also where rounding would leave it out by a bit: so both ends are exact for none and for all.
        return new Interval(Math.Min(low, x / n), Math.Clamp(high, x / n, 1));
    }
}
