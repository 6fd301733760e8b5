using System.Runtime.CompilerServices;

namespace UserOps.Models.Value;

/// <summary>BG/BB: at each of a row of opportunities a customer buys or does not, with a probability of the customer's own, until leaving for good, unnoticed (离散机会购买模型).</summary>
/// <remarks>
/// Opportunities are numbered from 1; a time is a whole number of them, and <see cref="PurchaseRecord.Age"/> is how many there were. Before each one a customer
/// leaves with a probability drawn from Beta(gamma, delta); who is there buys with a probability drawn from Beta(alpha, beta). All formulas are sums of positive
/// terms: nothing special happens at gamma = 1. Immutable, shared freely between threads.
/// P. Fader, B. Hardie, J. Shang, Marketing Science 29(6), 2010, 1086-1108.
/// </remarks>
public sealed partial class BetaGeometricBetaBernoulliModel : IResidualPurchaseModel
{
    private readonly OpportunityShape _shape;

    /// <summary>Takes what was learned before, or parameters from elsewhere.</summary>
    /// <param name="parameters">Saved by <see cref="Parameters"/>.</param>
    /// <exception cref="ArgumentNullException">The parameters are null.</exception>
    /// <exception cref="InvalidDefinitionException">The parameters cannot be, or are of a version this library does not know; every fault is in <c>Issues</c>.</exception>
    public BetaGeometricBetaBernoulliModel(BetaGeometricBetaBernoulliParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        InvalidDefinitionException.ThrowIfAny(PurchaseFitRules.CheckSaved(
            parameters.Version, parameters.Evidence, ("/alpha", parameters.Alpha), ("/beta", parameters.Beta), ("/gamma", parameters.Gamma), ("/delta", parameters.Delta)));
        Parameters = parameters;
        _shape = new(parameters.Alpha, parameters.Beta, parameters.Gamma, parameters.Delta);
    }

    /// <summary>Gets everything the model knows; as JSON it is the saved model.</summary>
    public BetaGeometricBetaBernoulliParameters Parameters { get; }

    /// <inheritdoc/>
    public PurchaseTimeUnit? Unit => Parameters.Unit;

    /// <summary>Finds the parameters that make a history most probable.</summary>
    /// <param name="history">One row a customer, or one for several who did the same; all times are whole numbers of opportunities, 0 to 1,000,000.</param>
    /// <param name="options">When to stop; null for the defaults.</param>
    /// <param name="cancellationToken">Looked at before each step.</param>
    /// <returns>How it ended, with the model where the data decide on every parameter.</returns>
    /// <exception cref="ArgumentNullException">The history is null.</exception>
    /// <exception cref="ArgumentException">No row stands for a customer, a time is not whole, or there are more purchases than opportunities up to the last of them.</exception>
    /// <exception cref="InvalidDefinitionException">The options cannot be; every fault is in <c>Issues</c>.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public static ValueFit<BetaGeometricBetaBernoulliModel> Fit(
        PurchaseHistory history, BetaGeometricBetaBernoulliOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(history);
        options ??= new();
        InvalidDefinitionException.ThrowIfAny(PurchaseFitRules.CheckSearch(options.Tolerance, options.MaximumIterations));
        return BetaGeometricBetaBernoulliFit.Run(history, options, cancellationToken);
    }

    /// <summary>Gets the probability that a customer is there for an opportunity: the last one observed, or one after it.</summary>
    /// <param name="customer">What is known of the customer.</param>
    /// <param name="after">Opportunities after the last one observed, a whole number; 1 for the next, as the paper has it.</param>
    /// <returns>0 to 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A time is not a whole number from 0 to 1,000,000, or the customer bought more often than there were opportunities.</exception>
    public double ProbabilityAlive(PurchaseRecord customer, double after = 0)
    {
        PurchaseArguments.RequireOpportunities(after);
        return HistoryOf(customer).Alive * OpportunityKernels.Staying(_shape, customer.Age, after);
    }

    /// <summary>Gets how many purchases are expected of a customer at the opportunities after the last one observed.</summary>
    /// <param name="customer">What is known of the customer.</param>
    /// <param name="horizon">How many opportunities; a whole number. The time taken is in proportion to it.</param>
    /// <exception cref="ArgumentOutOfRangeException">A time is not a whole number from 0 to 1,000,000, or the customer bought more often than there were opportunities.</exception>
    public double ExpectedPurchases(PurchaseRecord customer, double horizon)
    {
        PurchaseArguments.RequireOpportunities(horizon);
        return Expected(_shape, customer, HistoryOf(customer).Alive, horizon);
    }

    /// <summary>Gets how many purchases are expected of a new customer.</summary>
    /// <param name="age">At how many opportunities; a whole number. The time taken is in proportion to it.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is not a whole number from 0 to 1,000,000.</exception>
    public double ExpectedPurchases(double age)
    {
        PurchaseArguments.RequireOpportunities(age);
        return Expected(_shape, default, alive: 1, age);
    }

    /// <summary>Gets the probability that a new customer makes exactly so many purchases.</summary>
    /// <param name="repeatPurchases">0 or more; more than there are opportunities has probability 0.</param>
    /// <param name="age">At how many opportunities; a whole number. The time taken is in proportion to it.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative, or the time is not a whole number from 0 to 1,000,000.</exception>
    public double ProbabilityOf(int repeatPurchases, double age)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(repeatPurchases);
        PurchaseArguments.RequireOpportunities(age);
        return OpportunityKernels.ProbabilityOf(_shape, repeatPurchases, (int)age);
    }

    /// <summary>Gets the natural logarithm of the likelihood of what one customer did: of x purchases, the last at t_x, in one of the orders there are.</summary>
    /// <param name="customer">What is known of the customer.</param>
    /// <exception cref="ArgumentOutOfRangeException">A time is not a whole number from 0 to 1,000,000, or the customer bought more often than there were opportunities.</exception>
    public double LogLikelihood(PurchaseRecord customer) => HistoryOf(customer).LogLikelihood;

    /// <inheritdoc/>
    /// <remarks>The next opportunity is one time of 1 ahead. Without a discount the sum is finite for gamma above 1, and positive infinity otherwise.</remarks>
    public double DiscountedExpectedTransactions(PurchaseRecord customer, DiscountRate discount)
        => HistoryOf(customer).Alive is > 0 and var alive
            ? alive * OpportunityKernels.Buys(_shape, customer.RepeatPurchases, customer.Age) * OpportunityKernels.DiscountedStay(_shape, customer.Age, discount.PerUnit)
            : 0;

    private static double Expected(in OpportunityShape shape, PurchaseRecord customer, double alive, double horizon)
        => alive * OpportunityKernels.Buys(shape, customer.RepeatPurchases, customer.Age) * OpportunityKernels.ExpectedStay(shape, customer.Age, horizon);

    private static void Require(PurchaseRecord customer, [CallerArgumentExpression(nameof(customer))] string? name = null)
    {
        PurchaseArguments.RequireOpportunities(customer.Age, name);
        PurchaseArguments.RequireOpportunities(customer.AgeAtLastPurchase, name);
        if (customer.RepeatPurchases > customer.AgeAtLastPurchase)
        {
            throw new ArgumentOutOfRangeException(name, customer.RepeatPurchases, FormattableString.Invariant($"At an opportunity there is one purchase at most, and the last was at number {customer.AgeAtLastPurchase}."));
        }
    }

    private (double LogLikelihood, double Alive) HistoryOf(PurchaseRecord customer)
    {
        Require(customer);
        return OpportunityKernels.History(_shape, customer.RepeatPurchases, (int)customer.AgeAtLastPurchase, (int)customer.Age);
    }
}
