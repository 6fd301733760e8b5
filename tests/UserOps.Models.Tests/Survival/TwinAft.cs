using MathNet.Numerics.Distributions;
using UserOps.Models.Survival;

namespace UserOps.Models.Tests.Survival;

/// <summary>The likelihood of lifetimes in the caller's parameters, by the textbook densities of T.</summary>
internal static class TwinAft
{
    /// <summary>Adds up the logarithms of densities and survivals.</summary>
    /// <param name="table">The rows.</param>
    /// <param name="family">The shape.</param>
    /// <param name="parameters">Intercept, coefficients and, but for an exponential, ln of the scale.</param>
    public static double LogLikelihood(SurvivalTable table, LifetimeFamily family, double[] parameters)
    {
        bool hasScale = family != LifetimeFamily.Exponential;
        double scale = hasScale ? Math.Exp(parameters[^1]) : 1;
        return Enumerable.Range(0, table.Count).Sum(row =>
        {
            double location = parameters[0] + Enumerable.Range(0, table.CovariateNames.Length).Sum(k => parameters[k + 1] * table.Covariate(k)[row]);
            double time = table.Times[row];
            double value = Math.Log(table.Events[row] ? Density(family, time, location, scale) : Survival(family, time, location, scale));
            double entry = table.Entries.IsEmpty ? 0 : table.Entries[row];
            return (table.Weights.IsEmpty ? 1 : table.Weights[row]) * (value - (entry > 0 ? Math.Log(Survival(family, entry, location, scale)) : 0));
        });
    }

    public static double Survival(LifetimeFamily family, double time, double location, double scale) => family switch
    {
        LifetimeFamily.LogNormal => 1 - LogNormal.CDF(location, scale, time),
        LifetimeFamily.LogLogistic => 1 / (1 + Math.Pow(time / Math.Exp(location), 1 / scale)),
        _ => Math.Exp(-Math.Pow(time / Math.Exp(location), 1 / scale)),
    };

    public static double Density(LifetimeFamily family, double time, double location, double scale)
    {
        double median = Math.Exp(location);
        double power = Math.Pow(time / median, 1 / scale);
        return family switch
        {
            LifetimeFamily.LogNormal => LogNormal.PDF(location, scale, time),
            LifetimeFamily.LogLogistic => power / scale / time / (1 + power) / (1 + power),
            _ => Weibull.PDF(1 / scale, median, time),
        };
    }
}
