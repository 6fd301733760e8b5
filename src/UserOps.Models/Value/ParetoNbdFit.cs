namespace UserOps.Models.Value;

/// <summary>Fits a Pareto/NBD whose options were checked: times in units of the longest age, then Newton's method from some starts, the best of them first.</summary>
internal static class ParetoNbdFit
{
    /// <summary>Shapes r and s, and beta in longest ages; alpha follows from the mean rate of buying.</summary>
    private static readonly (double R, double S, double Beta)[] Starts = [(1, 1, 1), (0.5, 0.5, 0.3), (2, 0.5, 3), (0.5, 2, 10)];

    private static readonly string[] Names = ["r", "alpha", "s", "beta"];

    internal static ValueFit<ParetoNbdModel> Run(PurchaseHistory history, ParetoNbdOptions options, CancellationToken cancellationToken)
    {
        PurchaseGroups groups = PurchaseGroups.Of(history);
        if (groups.HasPurchasesAtOnce)
        {
            return ValueFit<ParetoNbdModel>.WithoutBound(groups, Names);
        }

        double unit = groups.LongestAge > 0 ? groups.LongestAge : 1;
        var likelihood = new ParetoNbdLikelihood(groups, unit);
        LogSearch search = LogSearch.RunFromEach(
            likelihood,
            LogSearch.HighestFirst(likelihood, StartsOf(groups, unit)),
            [0, Math.Log(unit), 0, Math.Log(unit)],
            options.Tolerance,
            options.MaximumIterations,
            cancellationToken);
        double logLikelihood = search.Value - Math.Log(unit) * RepeatsOf(groups);
        return new(search.Status, search.Estimates(Names), logLikelihood, groups.Customers, search.Iterations, ModelOf(search, history.Unit, logLikelihood));
    }

    private static double RepeatsOf(PurchaseGroups groups)
    {
        double repeats = 0;
        for (int row = 0; row < groups.Weights.Length; row++)
        {
            repeats += groups.Weights[row] * groups.RepeatPurchases[row];
        }

        return repeats;
    }

    private static IEnumerable<double[]> StartsOf(PurchaseGroups groups, double unit)
    {
        double time = 0;
        for (int row = 0; row < groups.Weights.Length; row++)
        {
            time += groups.Weights[row] * groups.Ages[row] / unit;
        }

        double rate = RepeatsOf(groups) is > 0 and var repeats && time > 0 ? repeats / time : 1;
        return Starts.Select(start => (double[])[Math.Log(start.R), Math.Log(start.R / rate), Math.Log(start.S), Math.Log(start.Beta)]);
    }

    private static ParetoNbdModel? ModelOf(LogSearch search, PurchaseTimeUnit? unit, double logLikelihood)
        => search.Status != ValueFitStatus.Converged ? null : new(new ParetoNbdParameters
        {
            Version = ValueDefaults.ParametersVersion,
            R = search.ValueOf(0),
            Alpha = search.ValueOf(1),
            S = search.ValueOf(2),
            Beta = search.ValueOf(3),
            Unit = unit,
            Evidence = search.Evidence(logLikelihood),
        });
}
