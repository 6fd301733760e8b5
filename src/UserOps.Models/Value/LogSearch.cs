using System.Collections.Immutable;

namespace UserOps.Models.Value;

/// <summary>A search for the maximum of a likelihood over positive parameters: it is their logarithms that are searched.</summary>
internal sealed class LogSearch
{
    private readonly AscentResult _found;
    private readonly double[] _logUnits;
    private readonly double _weight;

    private LogSearch(AscentResult found, double[] logUnits, double weight)
    {
        _found = found;
        _logUnits = logUnits;
        _weight = weight;
    }

    internal ValueFitStatus Status => _found.IsComplete ? ValueFitStatus.Converged
        : _found.Outcome == AscentOutcome.Stopped ? ValueFitStatus.IterationLimit
        : ValueFitStatus.NotIdentified;

    /// <summary>Gets the value of the function where the search ended.</summary>
    internal double Value => _found.Value;

    /// <summary>Gets where the search ended, as logarithms in the units of the search; shape [parameters].</summary>
    internal ReadOnlySpan<double> Logs => _found.Parameters;

    internal int Iterations => _found.Iterations;

    /// <summary>Gets the covariance of the logarithms, shape [parameters, parameters]; what lies in flat directions is left out.</summary>
    internal ReadOnlySpan<double> LogCovariance => _found.Covariance;

    /// <summary>Runs a search.</summary>
    /// <param name="objective">A function of the logarithms; it need not be concave. Its weight is the number of customers.</param>
    /// <param name="startLogs">Where to begin; shape [parameters].</param>
    /// <param name="logUnits">What to add to a logarithm to have the parameter in the unit of the caller; shape [parameters].</param>
    /// <param name="tolerance">The search ends where no logarithm would move by more.</param>
    /// <param name="maximumIterations">Steps at most.</param>
    /// <param name="cancellationToken">Looked at before each step.</param>
    internal static LogSearch Run(
        IAscentObjective objective,
        ReadOnlySpan<double> startLogs,
        ReadOnlySpan<double> logUnits,
        double tolerance = ValueDefaults.Tolerance,
        int maximumIterations = ValueDefaults.MaximumIterations,
        CancellationToken cancellationToken = default)
        => new(
            NewtonAscent.MaximizeInUnits(objective, startLogs, 1 / Math.Sqrt(objective.Weight), ValueDefaults.LongestLogStep, tolerance, maximumIterations, cancellationToken),
            logUnits.ToArray(),
            objective.Weight);

    /// <summary>Searches from the first start; where that finds no maximum, from the others too, and takes the highest place.</summary>
    /// <param name="objective">As <see cref="Run"/> takes it.</param>
    /// <param name="startsLogs">Where to begin, most promising first; at least one.</param>
    /// <param name="logUnits">As <see cref="Run"/> takes them.</param>
    /// <param name="tolerance">The search ends where no logarithm would move by more.</param>
    /// <param name="maximumIterations">Steps at most, of each search.</param>
    /// <param name="cancellationToken">Looked at before each step.</param>
    internal static LogSearch RunFromEach(
        IAscentObjective objective,
        IEnumerable<double[]> startsLogs,
        double[] logUnits,
        double tolerance,
        int maximumIterations,
        CancellationToken cancellationToken)
    {
        LogSearch? best = null;
        foreach (double[] start in startsLogs)
        {
            LogSearch found = Run(objective, start, logUnits, tolerance, maximumIterations, cancellationToken);
            best = best is null || found.IsBetterThan(best) ? found : best;
            if (best.Status == ValueFitStatus.Converged)
            {
                break;
            }
        }

        return best!;
    }

    /// <summary>Puts starts in the order of the values there, highest first; equal ones stay as they are.</summary>
    internal static IEnumerable<double[]> HighestFirst(IAscentObjective objective, IEnumerable<double[]> startsLogs)
    {
        var gradient = new double[objective.Count];
        var information = new double[objective.Count * objective.Count];
        return [.. startsLogs.OrderByDescending(start => objective.Evaluate(start, gradient, information) is var value && double.IsFinite(value) ? value : double.NegativeInfinity)];
    }

    /// <summary>Gets a parameter where the search ended, in the unit of the caller, whether it is identified or not.</summary>
    internal double ValueOf(int parameter) => Math.Exp(_found.Parameters[parameter] + _logUnits[parameter]);

    /// <summary>Says whether a parameter is the same wherever one goes in the directions in which the function does not fall.</summary>
    internal bool IsIdentified(int parameter) => _found.IsIdentified(parameter) && Status != ValueFitStatus.IterationLimit;

    internal ImmutableArray<ParameterEstimate> Estimates(params ReadOnlySpan<string> names)
    {
        var estimates = ImmutableArray.CreateBuilder<ParameterEstimate>(names.Length);
        for (int i = 0; i < names.Length; i++)
        {
            estimates.Add(IsIdentified(i)
                ? new(names[i], ValueOf(i), Math.Sqrt(_found.Covariance[i * (names.Length + 1)]))
                : ParameterEstimate.Unknown(names[i]));
        }

        return estimates.MoveToImmutable();
    }

    /// <summary>Gets what a fit leaves behind.</summary>
    /// <param name="logLikelihood">Of all customers in the unit of the caller, without a penalty.</param>
    internal FitEvidence Evidence(double logLikelihood)
        => new() { LogLikelihood = logLikelihood, Customers = _weight, LogCovariance = [.. _found.Covariance] };

    // A place on a plateau is within a thousand-millionth a customer of its top: less than that decides nothing but which of two names the plateau.
    private bool IsBetterThan(LogSearch best)
    {
        double gain = Value - best.Value;
        double plateau = _weight * ValueDefaults.PlateauHeight;
        return !double.IsFinite(best.Value) ? double.IsFinite(Value) : gain > plateau || (gain > -plateau && Rank < best.Rank);
    }

    private int Rank => Status switch
    {
        ValueFitStatus.Converged => 0,
        ValueFitStatus.NotIdentified => 1,
        _ => 2,
    };
}
