using System.Text.Json.Serialization;

namespace UserOps.Models.Value;

/// <summary>How a BG/BB is to be fitted.</summary>
/// <remarks>Plain data, JSON round-trip. <see cref="BetaGeometricBetaBernoulliModel.Fit"/> checks everything at once.</remarks>
public sealed record BetaGeometricBetaBernoulliOptions
{
    /// <summary>Initializes a new instance of the <see cref="BetaGeometricBetaBernoulliOptions"/> class, all defaults.</summary>
    public BetaGeometricBetaBernoulliOptions()
    {
    }

    // For the generated reader, which gives zero bits, not the initializer's value, to what a text leaves out.
    [JsonConstructor]
    internal BetaGeometricBetaBernoulliOptions(double tolerance = ValueDefaults.Tolerance, int maximumIterations = ValueDefaults.MaximumIterations)
    {
        Tolerance = tolerance;
        MaximumIterations = maximumIterations;
    }

    /// <summary>Gets by how much ln of a parameter may still move at the end, relative to 1 plus its size; above 0. Default: 1e-9.</summary>
    public double Tolerance { get; init; } = ValueDefaults.Tolerance;

    /// <summary>Gets the steps at most; at least 1. Default: 200.</summary>
    public int MaximumIterations { get; init; } = ValueDefaults.MaximumIterations;
}
