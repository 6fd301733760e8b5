using System.Text.Json.Serialization;

namespace UserOps.Models.Value;

/// <summary>How a Pareto/NBD is to be fitted.</summary>
/// <remarks>Plain data, JSON round-trip. <see cref="ParetoNbdModel.Fit"/> checks everything at once.</remarks>
public sealed record ParetoNbdOptions
{
    /// <summary>Initializes a new instance of the <see cref="ParetoNbdOptions"/> class, all defaults.</summary>
    public ParetoNbdOptions()
    {
    }

    // For the generated reader, which gives zero bits, not the initializer's value, to what a text leaves out.
    [JsonConstructor]
    internal ParetoNbdOptions(double tolerance = ValueDefaults.Tolerance, int maximumIterations = ValueDefaults.MaximumIterations)
    {
        Tolerance = tolerance;
        MaximumIterations = maximumIterations;
    }

    /// <summary>Gets by how much ln of a parameter may still move at the end, relative to 1 plus its size; above 0. Default: 1e-9.</summary>
    public double Tolerance { get; init; } = ValueDefaults.Tolerance;

    /// <summary>Gets the steps at most; at least 1. Default: 200.</summary>
    public int MaximumIterations { get; init; } = ValueDefaults.MaximumIterations;
}
