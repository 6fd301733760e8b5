namespace UserOps.Models;

/// <summary>Where a search for a maximum started and ended.</summary>
internal sealed class AscentResult
{
    /// <summary>Gets how it ended.</summary>
    internal required AscentOutcome Outcome { get; init; }

    /// <summary>Gets the number of steps.</summary>
    internal required int Iterations { get; init; }

    /// <summary>Gets the parameters at the end; those that were not searched are where they started.</summary>
    internal required double[] Parameters { get; init; }

    /// <summary>Gets the value at the end.</summary>
    internal required double Value { get; init; }

    /// <summary>Gets the value at the start.</summary>
    internal required double StartValue { get; init; }

    /// <summary>Gets g' I^-1 g at the start over the parameters that were searched: the score test of the start.</summary>
    internal required double StartScore { get; init; }

    /// <summary>Gets which parameters were searched, ascending; the others say nothing that these do not say.</summary>
    internal required int[] Searched { get; init; }

    /// <summary>Gets the inverse information at the end, shape [parameters, parameters]; what lies in flat directions is left out.</summary>
    internal required double[] Covariance { get; init; }

    /// <summary>
    /// Gets the directions in which the function does not fall, each of shape [parameters] and length 1, in units of the root of the information
    /// at the start; none when every parameter has a finite maximum.
    /// </summary>
    internal required double[][] FlatDirections { get; init; }

    /// <summary>Gets the unit of each parameter in <see cref="FlatDirections"/>: 1 / root of its information at the start; 0 where it had none.</summary>
    internal required double[] Units { get; init; }

    /// <summary>Gets a value indicating whether every parameter has one finite maximum and it was found.</summary>
    internal bool IsComplete => Outcome == AscentOutcome.Converged && Searched.Length == Parameters.Length;

    // What a search leaves behind on its way to infinity is less exact than a dependence in the data.
    internal double Negligible => Outcome == AscentOutcome.Converged ? 1e-6 : 1e-3;

    /// <summary>Says whether a parameter is the same wherever one goes in the flat directions.</summary>
    internal bool IsIdentified(int parameter) => Array.TrueForAll(FlatDirections, direction => Math.Abs(direction[parameter]) <= Negligible);
}
