namespace UserOps.Models.Value;

/// <summary>Gamma-Gamma: what a purchase of a customer is worth on average, from the few that were seen (客单价模型).</summary>
/// <remarks>
/// Spends of one customer are gamma distributed of shape p, their scale differs between customers as a gamma of shape q and scale 1/v, and how much somebody
/// spends is independent of how often: <see cref="SpendCorrelation"/> measures that. Few purchases draw the mean seen towards that of all customers. Immutable,
/// shared freely between threads. P. Fader and B. Hardie, "The Gamma-Gamma Model of Monetary Value", note 025, 2013.
/// </remarks>
public sealed partial class GammaGammaModel
{
    private readonly double _p;
    private readonly double _q;
    private readonly double _v;

    /// <summary>Takes what was learned before.</summary>
    /// <param name="parameters">Saved by <see cref="Parameters"/>, or from a publication.</param>
    /// <exception cref="ArgumentNullException">The parameters are null.</exception>
    /// <exception cref="InvalidDefinitionException">The parameters cannot be, or are of a version this library does not know; every fault is in <c>Issues</c>.</exception>
    public GammaGammaModel(GammaGammaParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        InvalidDefinitionException.ThrowIfAny(GammaGammaRules.Check(parameters));
        Parameters = parameters;
        (_p, _q, _v) = (parameters.P, parameters.Q, parameters.V);
    }

    /// <summary>Gets everything the model knows; as JSON it is the saved model.</summary>
    public GammaGammaParameters Parameters { get; }

    /// <summary>Gets the mean spend of a purchase over all customers; <see cref="UndefinedReason.NoSolution"/> for q of 1 or less, where it is infinite.</summary>
    public Measure<double> PopulationMean => Existing(GammaGammaKernels.ExpectedSpend(_p, _q, _v, 0, 0));

    internal double[] Logs => [Math.Log(_p), Math.Log(_q), Math.Log(_v)];

    /// <summary>Gets what a purchase of a customer is worth on average.</summary>
    /// <param name="purchases">The purchases seen; 0 or more.</param>
    /// <param name="meanSpend">Their mean, in the currency of the model; 0 or more, not looked at without purchases.</param>
    /// <returns>Between the mean seen and the mean of all customers, which it is without purchases; <see cref="UndefinedReason.NoSolution"/> where it is infinite.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The purchases or their mean are negative, or the mean is not finite.</exception>
    /// <remarks>O(1), allocates nothing.</remarks>
    public Measure<double> ExpectedSpend(int purchases, double meanSpend)
    {
        RequireSpend(purchases, meanSpend);
        return Existing(GammaGammaKernels.ExpectedSpend(_p, _q, _v, purchases, purchases == 0 ? 0 : meanSpend));
    }

    /// <summary>Gets where the expected spend lies, given how well the parameters are known; it says nothing of a single purchase.</summary>
    /// <param name="purchases">The purchases seen; 0 or more.</param>
    /// <param name="meanSpend">Their mean; 0 or more.</param>
    /// <param name="level">Above 0 and below 1.</param>
    /// <returns>By the delta method on the logarithm; null where there is no expected spend, or the parameters were given and not fitted.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The purchases, their mean or the level are out of range.</exception>
    public Interval? ExpectedSpendInterval(int purchases, double meanSpend, double level = ValueDefaults.ConfidenceLevel)
    {
        if (ExpectedSpend(purchases, meanSpend).Value is null || Parameters.Evidence is not { } evidence)
        {
            return null;
        }

        double m = purchases == 0 ? 0 : meanSpend;
        return PredictionInterval.OfPositive(
            Logs, evidence.LogCovariance.AsSpan(), at => GammaGammaKernels.ExpectedSpend(Math.Exp(at[0]), Math.Exp(at[1]), Math.Exp(at[2]), purchases, m), level);
    }

    /// <summary>Gets the natural logarithm of the density of a mean spend.</summary>
    /// <param name="purchases">The purchases it is the mean of; at least 1.</param>
    /// <param name="meanSpend">Above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no purchase, or the mean is not above 0 and finite.</exception>
    public double LogLikelihood(int purchases, double meanSpend)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(purchases, 1);
        RequireSpend(purchases, meanSpend);
        ArgumentOutOfRangeException.ThrowIfEqual(meanSpend, 0);
        return GammaGammaKernels.LogDensity(_p, _q, _v, purchases, meanSpend);
    }

    /// <summary>Draws mean spends as the model has them.</summary>
    /// <param name="purchases">The purchases of each customer; shape [customers], each 0 or more.</param>
    /// <param name="seed">The same seed gives the same spends.</param>
    /// <returns>Shape [customers]; 0 without purchases.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number of purchases is negative.</exception>
    public double[] Simulate(ReadOnlySpan<int> purchases, int seed)
    {
        var random = new Xoshiro256(seed);
        var spends = new double[purchases.Length];
        for (int i = 0; i < spends.Length; i++)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(purchases[i], nameof(purchases));
            double rate = random.NextGamma(_q, _v);
            spends[i] = purchases[i] == 0 ? 0 : random.NextGamma(_p * purchases[i], rate * purchases[i]);
        }

        return spends;
    }

    private static Measure<double> Existing(double value) => double.IsNaN(value) ? UndefinedReason.NoSolution : value;

    private static void RequireSpend(int purchases, double meanSpend)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(purchases);
        if (purchases > 0 && !(meanSpend >= 0 && double.IsFinite(meanSpend)))
        {
            throw new ArgumentOutOfRangeException(nameof(meanSpend), meanSpend, "A mean spend is 0 or more, and finite.");
        }
    }
}
