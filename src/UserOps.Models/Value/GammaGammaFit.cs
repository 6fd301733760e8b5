using System.Collections.Immutable;

namespace UserOps.Models.Value;

/// <summary>From a search over ln p, ln q and ln(v/q) to a model of p, q and v.</summary>
internal static class GammaGammaFit
{
    private static readonly string[] Names = ["p", "q", "v"];

    internal static ValueFit<GammaGammaModel> Run(SpendGroups groups, GammaGammaOptions options, string? currency, double leftOut, CancellationToken cancellationToken)
    {
        if (groups.AreAllEqual)
        {
            // A density at a single point may be as high as one likes.
            return new(ValueFitStatus.NotIdentified, [.. Names.Select(Unknown)], double.PositiveInfinity, groups.Customers, 0, null) { LeftOut = leftOut };
        }

        double logUnit = Math.Log(groups.Unit);
        LogSearch search = LogSearch.Run(
            new GammaGammaLikelihood(groups), [0, Math.Log(2), -Math.Log(2)], [0, 0, logUnit], options.Tolerance, options.MaximumIterations, cancellationToken);
        double logLikelihood = search.Value - groups.Customers * logUnit;
        double[] covariance = Transformed(search.LogCovariance);
        double v = search.ValueOf(1) * search.ValueOf(2);
        GammaGammaModel? model = search.Status != ValueFitStatus.Converged ? null : new(new()
        {
            Version = ValueDefaults.ParametersVersion,
            P = search.ValueOf(0),
            Q = search.ValueOf(1),
            V = v,
            Currency = currency,
            Evidence = search.Evidence(logLikelihood) with { LogCovariance = [.. covariance] },
        });
        ImmutableArray<ParameterEstimate> estimates =
        [
            search.IsIdentified(0) ? new(Names[0], search.ValueOf(0), Math.Sqrt(covariance[0])) : Unknown(Names[0]),
            search.IsIdentified(1) ? new(Names[1], search.ValueOf(1), Math.Sqrt(covariance[4])) : Unknown(Names[1]),
            search.IsIdentified(1) && search.IsIdentified(2) ? new(Names[2], v, Math.Sqrt(covariance[8])) : Unknown(Names[2]),
        ];
        return new(search.Status, estimates, logLikelihood, groups.Customers, search.Iterations, model) { LeftOut = leftOut };
    }

    private static ParameterEstimate Unknown(string name) => new(name, UndefinedReason.NoSolution, UndefinedReason.NoSolution);

    /// <summary>Turns a covariance of ln p, ln q, ln(v/q) into one of ln p, ln q, ln v.</summary>
    private static double[] Transformed(ReadOnlySpan<double> c)
    {
        double pv = c[1] + c[2];
        double qv = c[4] + c[5];
        return [c[0], c[1], pv, c[1], c[4], qv, pv, qv, qv + c[5] + c[8]];
    }
}
