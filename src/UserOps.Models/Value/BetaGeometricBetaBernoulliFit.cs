namespace UserOps.Models.Value;

/// <summary>Fits a BG/BB whose options were checked: Newton's method from some starts, the best of them first.</summary>
internal static class BetaGeometricBetaBernoulliFit
{
    // The last two are customers of whom most either leave at once or stay for good.
    private static readonly double[][] Starts = [[1, 1, 1, 3], [0.5, 1, 0.5, 5], [2, 1, 0.5, 2], [0.5, 0.5, 1, 20], [3, 3, 0.1, 0.1], [1, 1, 0.1, 0.1]];

    internal static ValueFit<BetaGeometricBetaBernoulliModel> Run(PurchaseHistory history, BetaGeometricBetaBernoulliOptions options, CancellationToken cancellationToken)
    {
        RequireOpportunities(history);
        PurchaseGroups groups = PurchaseGroups.Of(history);
        var likelihood = new OpportunityLikelihood(groups);
        LogSearch search = LogSearch.RunFromEach(
            likelihood, StartsOf(likelihood), [0, 0, 0, 0], options.Tolerance, options.MaximumIterations, cancellationToken);
        return new(
            search.Status, search.Estimates("alpha", "beta", "gamma", "delta"), search.Value, groups.Customers, search.Iterations, ModelOf(search, history.Unit));
    }

    /// <summary>Gets where to begin, most promising first.</summary>
    internal static IEnumerable<double[]> StartsOf(OpportunityLikelihood likelihood)
        => LogSearch.HighestFirst(likelihood, Starts.Select(start => start.Select(parameter => Math.Log(parameter)).ToArray()));

    private static void RequireOpportunities(PurchaseHistory history)
    {
        for (int row = 0; row < history.Count; row++)
        {
            RequireWhole(row, history.Ages[row], nameof(history.Ages), nameof(history));
            RequireWhole(row, history.AgesAtLastPurchase[row], nameof(history.AgesAtLastPurchase), nameof(history));
            if (history.RepeatPurchases[row] > history.AgesAtLastPurchase[row])
            {
                throw new ArgumentException(FormattableString.Invariant(
                    $"Row {row} has {history.RepeatPurchases[row]} purchases by opportunity {history.AgesAtLastPurchase[row]}: at an opportunity there is one at most. ({nameof(history.RepeatPurchases)})"), nameof(history));
            }
        }
    }

    private static void RequireWhole(int row, double time, string column, string argument)
    {
        if (!PurchaseArguments.IsOpportunities(time))
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"Row {row} has {time}: a time is a whole number of opportunities, 0 to {ValueDefaults.MaximumOpportunities}. ({column})"), argument);
        }
    }

    private static BetaGeometricBetaBernoulliModel? ModelOf(LogSearch search, PurchaseTimeUnit? unit)
        => search.Status != ValueFitStatus.Converged ? null : new(new BetaGeometricBetaBernoulliParameters
        {
            Version = ValueDefaults.ParametersVersion,
            Alpha = search.ValueOf(0),
            Beta = search.ValueOf(1),
            Gamma = search.ValueOf(2),
            Delta = search.ValueOf(3),
            Unit = unit,
            Evidence = search.Evidence(search.Value),
        });
}
