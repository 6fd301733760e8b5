namespace UserOps.Models.Value;

/// <summary>The negative binomial model of repeat buying (NBD): customers buy at rates of their own, and never leave (负二项购买模型).</summary>
/// <remarks>
/// The base line of the models of customers who leave. Rates have a gamma distribution (r, alpha). Immutable, shared freely between threads.
/// A. Ehrenberg, Applied Statistics 8(1), 1959, 26-41.
/// </remarks>
public sealed partial class NegativeBinomialModel : IPurchaseModel
{
    private readonly double _r;
    private readonly double _alpha;

    /// <summary>Takes what was learned before.</summary>
    /// <param name="parameters">Saved by <see cref="Parameters"/>, or taken from elsewhere.</param>
    /// <exception cref="ArgumentNullException">The parameters are null.</exception>
    /// <exception cref="InvalidDefinitionException">The parameters cannot be, or are of a version this library does not know; every fault is in <c>Issues</c>.</exception>
    public NegativeBinomialModel(NegativeBinomialParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        InvalidDefinitionException.ThrowIfAny(PurchaseFitRules.CheckSaved(parameters.Version, parameters.Evidence, ("/r", parameters.R), ("/alpha", parameters.Alpha)));
        Parameters = parameters;
        _r = parameters.R;
        _alpha = parameters.Alpha;
    }

    /// <summary>Gets everything the model knows; as JSON it is the saved model.</summary>
    public NegativeBinomialParameters Parameters { get; }

    /// <inheritdoc/>
    public PurchaseTimeUnit? Unit => Parameters.Unit;

    /// <summary>Fits a model to the numbers of repeat purchases and the ages; when the purchases were made is not looked at.</summary>
    /// <param name="history">The rows; in any order, equal ones joined or not.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="cancellationToken">Looked at before each step.</param>
    /// <returns>How the fit ended; it has a model where the data decide on both parameters. The log-likelihood is minus infinity where somebody bought within an age of 0.</returns>
    /// <exception cref="ArgumentNullException">The history is null.</exception>
    /// <exception cref="ArgumentException">No row stands for anybody.</exception>
    /// <exception cref="InvalidDefinitionException">The options cannot be; every fault is in <c>Issues</c>.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public static ValueFit<NegativeBinomialModel> Fit(PurchaseHistory history, NegativeBinomialOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(history);
        options ??= new();
        InvalidDefinitionException.ThrowIfAny(PurchaseFitRules.CheckSearch(options.Tolerance, options.MaximumIterations));
        PurchaseGroups groups = PurchaseGroups.Of(history);
        var likelihood = new NegativeBinomialLikelihood(groups);
        LogSearch found = LogSearch.Run(likelihood, likelihood.Start(), [0, Math.Log(likelihood.TimeUnit)], options.Tolerance, options.MaximumIterations, cancellationToken);
        double logLikelihood = found.Value + likelihood.Constant();
        ValueFitStatus status = double.IsFinite(logLikelihood) ? found.Status : ValueFitStatus.NotIdentified;
        return new(
            status,
            double.IsFinite(logLikelihood) ? found.Estimates("r", "alpha") : [ParameterEstimate.Unknown("r"), ParameterEstimate.Unknown("alpha")],
            logLikelihood,
            groups.Customers,
            found.Iterations,
            status == ValueFitStatus.Converged ? ModelOf(found, history.Unit, logLikelihood) : null);
    }

    /// <inheritdoc/>
    /// <returns>1: nobody leaves.</returns>
    public double ProbabilityAlive(PurchaseRecord customer, double after = 0)
    {
        PurchaseArguments.RequireTime(after);
        return 1;
    }

    /// <inheritdoc/>
    public double ExpectedPurchases(PurchaseRecord customer, double horizon)
    {
        PurchaseArguments.RequireTime(horizon);
        return Expected(_r, _alpha, customer, horizon);
    }

    /// <inheritdoc/>
    public double ExpectedPurchases(double age)
    {
        PurchaseArguments.RequireTime(age);
        return _r * (age / _alpha);
    }

    /// <inheritdoc/>
    public double ProbabilityOf(int repeatPurchases, double age)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(repeatPurchases);
        PurchaseArguments.RequireTime(age);
        return Math.Exp(NegativeBinomialKernels.LogProbability(_r, age / _alpha, repeatPurchases));
    }

    /// <inheritdoc/>
    /// <remarks>The logarithm of the probability of so many repeat purchases within the age, with all its factors; minus infinity for purchases within an age of 0.</remarks>
    public double LogLikelihood(PurchaseRecord customer) => NegativeBinomialKernels.LogProbability(_r, customer.Age / _alpha, customer.RepeatPurchases);

    /// <inheritdoc/>
    public PurchaseHistory Simulate(ReadOnlySpan<double> ages, int seed)
    {
        PurchaseArguments.RequireTimes(ages);
        var random = new Xoshiro256(seed);
        var purchases = new int[ages.Length];
        var lastAges = new double[ages.Length];
        var logGaps = new double[ages.Length];
        for (int row = 0; row < ages.Length; row++)
        {
            double rate = random.NextGamma(_r, _alpha);
            while (random.NextGamma(1, rate) is var gap && lastAges[row] + gap <= ages[row])
            {
                PurchaseArguments.RequireDrawable(purchases[row], ages[row], nameof(ages));
                purchases[row]++;
                logGaps[row] += Math.Log(gap);
                lastAges[row] += gap;
            }
        }

        return PurchaseHistory.Of(purchases, lastAges, ages, logGaps, unit: Unit);
    }

    private static double Expected(double r, double alpha, PurchaseRecord customer, double horizon) => (r + customer.RepeatPurchases) * (horizon / (alpha + customer.Age));

    private static NegativeBinomialModel ModelOf(LogSearch found, PurchaseTimeUnit? unit, double logLikelihood) => new(new NegativeBinomialParameters
    {
        Version = ValueDefaults.ParametersVersion,
        R = found.ValueOf(0),
        Alpha = found.ValueOf(1),
        Unit = unit,
        Evidence = found.Evidence(logLikelihood),
    });
}
