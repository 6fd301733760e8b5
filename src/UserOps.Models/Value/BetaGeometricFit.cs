namespace UserOps.Models.Value;

/// <summary>Fits a beta-geometric model to a history.</summary>
internal static class BetaGeometricFit
{
    // r, a, b: usual customers first; then many who buy once and leave, and hardly anybody who leaves.
    private static readonly (double R, double A, double B)[] Starts = [(0.5, 0.8, 2.5), (2, 0.3, 0.3), (1, 0.1, 10)];

    private static readonly string[] Names = ["r", "alpha", "a", "b"];

    internal static ValueFit<BetaGeometricModel> Run(PurchaseHistory history, BetaGeometricOptions options, CancellationToken cancellationToken)
    {
        PurchaseGroups groups = PurchaseGroups.Of(history);
        double constant = options.Regularity > 1 ? GapTerms.Of(history, options.Regularity) : 0;
        RequireCountable(groups, options.Regularity, nameof(history));
        if (groups.HasPurchasesAtOnce)
        {
            return ValueFit<BetaGeometricModel>.WithoutBound(groups, Names);
        }

        var likelihood = new BetaGeometricLikelihood(groups, options.Variant, options.Regularity, options.Penalty, new Workers(new RunOptions().Threads, cancellationToken));
        LogSearch found = LogSearch.RunFromEach(
            likelihood,
            Starts.Select(start => likelihood.Start(start.R, start.A, start.B)),
            [0, Math.Log(likelihood.TimeUnit), 0, 0],
            options.Tolerance,
            options.MaximumIterations,
            cancellationToken);
        double logLikelihood = likelihood.InCallersUnit(found) + constant;
        return new(
            found.Status,
            found.Estimates(Names),
            logLikelihood,
            groups.Customers,
            found.Iterations,
            found.Status == ValueFitStatus.Converged ? new BetaGeometricModel(ParametersOf(found, options, history.Unit, found.Evidence(logLikelihood))) : null);
    }

    private static BetaGeometricParameters ParametersOf(LogSearch found, BetaGeometricOptions options, PurchaseTimeUnit? unit, FitEvidence evidence) => new()
    {
        Version = ValueDefaults.ParametersVersion,
        Variant = options.Variant,
        Regularity = options.Regularity,
        R = found.ValueOf(0),
        Alpha = found.ValueOf(1),
        A = found.ValueOf(2),
        B = found.ValueOf(3),
        Unit = unit,
        Evidence = evidence,
    };

    private static void RequireCountable(PurchaseGroups groups, int regularity, string argument)
    {
        if ((long)groups.RepeatPurchases[^1] * regularity >= int.MaxValue)
        {
            throw new ArgumentException(FormattableString.Invariant($"{groups.RepeatPurchases[^1]} repeat purchases of {regularity} events each are more than can be counted."), argument);
        }
    }
}
