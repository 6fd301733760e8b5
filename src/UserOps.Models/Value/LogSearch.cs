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
                : new(names[i], UndefinedReason.NoSolution, UndefinedReason.NoSolution));
        }

        return estimates.MoveToImmutable();
    }

    /// <summary>Gets what a fit leaves behind.</summary>
    /// <param name="logLikelihood">Of all customers in the unit of the caller, without a penalty.</param>
    internal FitEvidence Evidence(double logLikelihood)
        => new() { LogLikelihood = logLikelihood, Customers = _weight, LogCovariance = [.. _found.Covariance] };
}
