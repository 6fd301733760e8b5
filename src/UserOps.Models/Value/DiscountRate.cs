namespace UserOps.Models.Value;

/// <summary>How much less the future is worth, per time of 1 of a model: the same rate said in either of two ways.</summary>
/// <remarks>The default value discounts nothing.</remarks>
public readonly record struct DiscountRate
{
    private DiscountRate(double perUnit, double continuous)
    {
        PerUnit = perUnit;
        Continuous = continuous;
    }

    /// <summary>Gets d, where something one time of 1 ahead is worth 1 / (1 + d) of the same today; 0 or more.</summary>
    public double PerUnit { get; }

    /// <summary>Gets ln(1 + d): something a time t ahead is worth e^(-rate t); 0 or more.</summary>
    public double Continuous { get; }

    /// <summary>Takes a rate per time of 1: 0.1 makes something one time of 1 ahead worth 1/1.1.</summary>
    /// <param name="rate">0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate is negative or not finite.</exception>
    public static DiscountRate OfUnit(double rate) => new(Checked(rate, nameof(rate)), NearZero.LogOnePlus(rate));

    /// <summary>Takes a rate of continuous discount, as papers over continuous time have it.</summary>
    /// <param name="rate">Per time of 1; 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate is negative, not finite, or so large that no double holds e^rate.</exception>
    public static DiscountRate OfContinuous(double rate) => NearZero.ExpMinusOne(Checked(rate, nameof(rate))) is var perUnit && double.IsFinite(perUnit)
        ? new(perUnit, rate)
        : throw new ArgumentOutOfRangeException(nameof(rate), rate, "The rate of discount is larger than what a double holds per time of 1.");

    private static double Checked(double rate, string name) => rate >= 0 && double.IsFinite(rate)
        ? rate
        : throw new ArgumentOutOfRangeException(name, rate, "A rate of discount is 0 or more, and finite.");
}
