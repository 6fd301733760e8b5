using System.Text.Json.Serialization;
using MathNet.Numerics;

namespace UserOps.Models.Survival;

/// <summary>A distribution of lifetimes: ln T = location + scale W.</summary>
/// <remarks>
/// In other words: Weibull with shape 1 / scale and scale exp(location); log-normal with the mean and deviation of ln T; log-logistic with median
/// exp(location) and shape 1 / scale. The default is an exponential without a scale, whose numbers mean nothing.
/// </remarks>
public readonly record struct LifetimeDistribution
{
    /// <summary>Creates a distribution.</summary>
    /// <param name="family">Its shape.</param>
    /// <param name="location">Finite.</param>
    /// <param name="scale">Above 0 and finite; 1 for an exponential.</param>
    /// <exception cref="ArgumentOutOfRangeException">The family is not one of the named ones, the location is not finite, or the scale cannot be.</exception>
    [JsonConstructor]
    public LifetimeDistribution(LifetimeFamily family, double location, double scale = 1)
    {
        if (!Enum.IsDefined(family))
        {
            throw new ArgumentOutOfRangeException(nameof(family), family, "This is not one of the named values.");
        }

        if (!double.IsFinite(location))
        {
            throw new ArgumentOutOfRangeException(nameof(location), location, "The location is finite.");
        }

        if (!(scale > 0 && double.IsFinite(scale)) || (family == LifetimeFamily.Exponential && scale != 1))
        {
            throw new ArgumentOutOfRangeException(nameof(scale), scale, "The scale is above 0 and finite, and 1 for an exponential.");
        }

        Family = family;
        Location = location;
        Scale = scale;
    }

    /// <summary>Gets the shape.</summary>
    public LifetimeFamily Family { get; }

    /// <summary>Gets the location of ln T.</summary>
    public double Location { get; }

    /// <summary>Gets the scale of ln T.</summary>
    public double Scale { get; }

    /// <summary>Gets the time half last beyond; <see cref="double.PositiveInfinity"/> if no double holds it.</summary>
    [JsonIgnore]
    public double Median => Quantile(0.5);

    /// <summary>
    /// Gets the expected lifetime; <see cref="UndefinedReason.NoSolution"/> for a log-logistic with a scale of 1 or more, whose tail is too heavy for one, and where
    /// no double holds it.
    /// </summary>
    [JsonIgnore]
    public Measure<double> Mean
    {
        get
        {
            double mean = Family switch
            {
                LifetimeFamily.LogNormal => Math.Exp(Location + Scale * Scale / 2),
                LifetimeFamily.LogLogistic => Scale < 1 ? Math.Exp(Location) * (Math.PI * Scale / Math.Sin(Math.PI * Scale)) : double.PositiveInfinity,
                _ => Math.Exp(Location + SpecialFunctions.GammaLn(1 + Scale)),
            };
            return double.IsFinite(mean) ? mean : UndefinedReason.NoSolution;
        }
    }

    /// <summary>Gets the share that lasts beyond a time; 1 at time 0.</summary>
    /// <param name="time">Zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative or not a number.</exception>
    public double Survival(double time) => Math.Exp(-CumulativeHazard(time));

    /// <summary>Gets minus the logarithm of the survival; 0 at time 0.</summary>
    /// <param name="time">Zero or more.</param>
    /// <returns>Zero or more; <see cref="double.PositiveInfinity"/> if no double holds it.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative or not a number.</exception>
    public double CumulativeHazard(double time)
    {
        RequireTime(time, time >= 0, "A time is zero or more.");
        return time switch
        {
            0 => 0,
            double.PositiveInfinity => double.PositiveInfinity,
            _ => -StandardLifetime.LogSurvival(Family, Standardize(time)).Value,
        };
    }

    /// <summary>Gets the rate at which those that lasted until a time end just then, per unit of time.</summary>
    /// <param name="time">Above 0 and finite: at 0 the rate of most shapes is 0 or infinite.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is not above 0, or not finite.</exception>
    public double Hazard(double time)
    {
        RequireTime(time, time > 0 && double.IsFinite(time), "The time of a hazard is above 0 and finite.");
        return StandardLifetime.Hazard(Family, Standardize(time)) / Scale / time;
    }

    /// <summary>Gets the time by which a share has ended.</summary>
    /// <param name="probability">Above 0 and below 1; with 0.5 the median.</param>
    /// <returns>Above 0; <see cref="double.PositiveInfinity"/> if no double holds it.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The probability is not between 0 and 1.</exception>
    public double Quantile(double probability)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(probability, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(probability, 1);
        return Math.Exp(Location + Scale * StandardLifetime.Quantile(Family, probability));
    }

    private double Standardize(double time) => (Math.Log(time) - Location) / Scale;

    private static void RequireTime(double time, bool isLegal, string rule)
    {
        if (!isLegal)
        {
            throw new ArgumentOutOfRangeException(nameof(time), time, rule);
        }
    }
}
