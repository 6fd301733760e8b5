namespace UserOps.Models.Value;

/// <summary>Fits a beta-geometric model to a history.</summary>
internal static class BetaGeometricFit
{
    // r, a, b: usual customers first; then many who buy once and leave, and hardly anybody who leaves.
    private static readonly (double R, double A, double B)[] Starts = [(0.5, 0.8, 2.5), (2, 0.3, 0.3), (1, 0.1, 10)];

    internal static ValueFit<BetaGeometricModel> Run(PurchaseHistory history, BetaGeometricOptions options, CancellationToken cancellationToken)
    {
        PurchaseGroups groups = PurchaseGroups.Of(history);
        double constant = options.Regularity > 1 ? GapTerms.Of(history, options.Regularity) : 0;
        RequireCountable(groups, options.Regularity, nameof(history));
        var likelihood = new BetaGeometricLikelihood(groups, options.Variant, options.Regularity, options.Penalty, new Workers(new RunOptions().Threads, cancellationToken));
        LogSearch found = Search(likelihood, options, cancellationToken);
        double logLikelihood = likelihood.InCallersUnit(found) + constant;
        ValueFitStatus status = found.Status == ValueFitStatus.IterationLimit && HasPurchasesAtOnce(groups) ? ValueFitStatus.NotIdentified : found.Status;
        return new(
            status,
            found.Estimates("r", "alpha", "a", "b"),
            logLikelihood,
            groups.Customers,
            found.Iterations,
            status == ValueFitStatus.Converged ? new BetaGeometricModel(ParametersOf(found, options, history.Unit, found.Evidence(logLikelihood))) : null);
    }

    /// <summary>Says whether somebody bought again in no time: where alpha goes to 0 the density of that has no bound, so that a search may never end.</summary>
    private static bool HasPurchasesAtOnce(PurchaseGroups groups)
        => groups.RepeatPurchases.Zip(groups.AgesAtLastPurchase).Any(row => row is { First: > 0, Second: 0 });

    /// <summary>Searches from the first start; where that finds no maximum, from the others too, and takes the highest place.</summary>
    private static LogSearch Search(BetaGeometricLikelihood likelihood, BetaGeometricOptions options, CancellationToken cancellationToken)
    {
        LogSearch? best = null;
        foreach ((double r, double a, double b) in Starts)
        {
            LogSearch found = LogSearch.Run(
                likelihood, likelihood.Start(r, a, b), [0, Math.Log(likelihood.TimeUnit), 0, 0], options.Tolerance, options.MaximumIterations, cancellationToken);
            if (best is null || IsBetter(found, best, likelihood.Weight))
            {
                best = found;
            }

            if (best.Status == ValueFitStatus.Converged)
            {
                break;
            }
        }

        return best!;
    }

    // A place on a plateau is within a thousand-millionth a customer of its top: less than that decides nothing but which of two names the plateau.
    private static bool IsBetter(LogSearch found, LogSearch best, double customers)
    {
        double gain = found.Value - best.Value;
        return gain > customers * ValueDefaults.PlateauHeight
            || (gain > -customers * ValueDefaults.PlateauHeight && Rank(found) < Rank(best));
    }

    private static int Rank(LogSearch search) => search.Status switch
    {
        ValueFitStatus.Converged => 0,
        ValueFitStatus.NotIdentified => 1,
        _ => 2,
    };

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
