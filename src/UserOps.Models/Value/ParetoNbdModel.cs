namespace UserOps.Models.Value;

/// <summary>Pareto/NBD: customers buy at random at rates of their own until they leave for good, at a moment of their own that nobody sees (客户购买与流失模型).</summary>
/// <remarks>
/// Purchases are a Poisson process with a rate drawn from Gamma(r, alpha), the time to leaving is exponential with a rate drawn from Gamma(s, beta). Somebody
/// may leave right after the first purchase. Integrals are computed as such, to 1e-12, whatever the parameters: nothing special happens at alpha = beta, at
/// s = 1, for hundreds of purchases or for a beta of thousands. Immutable, shared freely between threads; times are in <see cref="Unit"/>.
/// D. Schmittlein, D. Morrison, R. Colombo, Management Science 33(1), 1987, 1-24; P. Fader, B. Hardie, K. L. Lee, Journal of Marketing Research 42(4),
/// 2005, 415-430, for the discounted transactions.
/// </remarks>
public sealed partial class ParetoNbdModel : IResidualPurchaseModel
{
    private readonly ParetoNbdShape _shape;

    /// <summary>Takes what was learned before, or parameters from elsewhere.</summary>
    /// <param name="parameters">Saved by <see cref="Parameters"/>.</param>
    /// <exception cref="ArgumentNullException">The parameters are null.</exception>
    /// <exception cref="InvalidDefinitionException">The parameters cannot be, or are of a version this library does not know; every fault is in <c>Issues</c>.</exception>
    public ParetoNbdModel(ParetoNbdParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        InvalidDefinitionException.ThrowIfAny(PurchaseFitRules.CheckSaved(
            parameters.Version, parameters.Evidence, ("/r", parameters.R), ("/alpha", parameters.Alpha), ("/s", parameters.S), ("/beta", parameters.Beta)));
        Parameters = parameters;
        _shape = new(parameters.R, parameters.Alpha, parameters.S, parameters.Beta);
    }

    /// <summary>Gets everything the model knows; as JSON it is the saved model.</summary>
    public ParetoNbdParameters Parameters { get; }

    /// <inheritdoc/>
    public PurchaseTimeUnit? Unit => Parameters.Unit;

    /// <summary>Finds the parameters that make a history most probable.</summary>
    /// <param name="history">One row a customer, or one for several who did the same; the order does not matter.</param>
    /// <param name="options">When to stop; null for the defaults.</param>
    /// <param name="cancellationToken">Looked at before each step.</param>
    /// <returns>How it ended, with the model where the data decide on every parameter.</returns>
    /// <exception cref="ArgumentNullException">The history is null.</exception>
    /// <exception cref="ArgumentException">No row stands for a customer.</exception>
    /// <exception cref="InvalidDefinitionException">The options cannot be; every fault is in <c>Issues</c>.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public static ValueFit<ParetoNbdModel> Fit(PurchaseHistory history, ParetoNbdOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(history);
        options ??= new();
        InvalidDefinitionException.ThrowIfAny(PurchaseFitRules.CheckSearch(options.Tolerance, options.MaximumIterations));
        return ParetoNbdFit.Run(history, options, cancellationToken);
    }

    /// <inheritdoc/>
    public double ProbabilityAlive(PurchaseRecord customer, double after = 0)
    {
        PurchaseArguments.RequireTime(after);
        return ParetoNbdKernels.ProbabilityAlive(_shape, customer, after);
    }

    /// <inheritdoc/>
    public double ExpectedPurchases(PurchaseRecord customer, double horizon)
    {
        PurchaseArguments.RequireTime(horizon);
        double alive = ParetoNbdKernels.ProbabilityAlive(_shape, customer, 0);
        return ParetoNbdKernels.ExpectedPurchases(_shape, customer.RepeatPurchases, customer.Age, alive, horizon);
    }

    /// <inheritdoc/>
    public double ExpectedPurchases(double age)
    {
        PurchaseArguments.RequireTime(age);
        return ParetoNbdKernels.ExpectedPurchases(_shape, repeatPurchases: 0, age: 0, alive: 1, age);
    }

    /// <inheritdoc/>
    public double ProbabilityOf(int repeatPurchases, double age)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(repeatPurchases);
        PurchaseArguments.RequireTime(age);
        return ParetoNbdKernels.ProbabilityOf(_shape, repeatPurchases, age);
    }

    /// <summary>Gets the natural logarithm of the likelihood of what one customer did, without t_x^(x-1) / G(x), as the paper has it.</summary>
    /// <param name="customer">What is known of the customer.</param>
    public double LogLikelihood(PurchaseRecord customer) => ParetoNbdKernels.LogLikelihood(_shape, customer);

    /// <inheritdoc/>
    /// <remarks>Without a discount the sum is finite for s above 1, and positive infinity otherwise; 0 where the customer left beyond any doubt a double holds.</remarks>
    public double DiscountedExpectedTransactions(PurchaseRecord customer, DiscountRate discount)
        => ParetoNbdKernels.DiscountedExpectedPurchases(_shape, customer, ParetoNbdKernels.ProbabilityAlive(_shape, customer, 0), discount.Continuous);
}
