using System.Text.Json.Serialization;

namespace UserOps.Models.Value;

/// <summary>How a beta-geometric model is to be fitted.</summary>
/// <remarks>Plain data, JSON round-trip. <see cref="BetaGeometricModel.Fit"/> checks everything at once.</remarks>
public sealed record BetaGeometricOptions
{
    /// <summary>Initializes a new instance of the <see cref="BetaGeometricOptions"/> class: BG/NBD.</summary>
    public BetaGeometricOptions()
    {
    }

    // For the generated reader, which gives zero bits, not the initializer's value, to what a text leaves out.
    [JsonConstructor]
    internal BetaGeometricOptions(int regularity = 1, double tolerance = ValueDefaults.Tolerance, int maximumIterations = ValueDefaults.MaximumIterations)
    {
        Regularity = regularity;
        Tolerance = tolerance;
        MaximumIterations = maximumIterations;
    }

    /// <summary>Gets when a customer may leave. Default: <see cref="BetaGeometricVariant.AfterRepeats"/>.</summary>
    public BetaGeometricVariant Variant { get; init; }

    /// <summary>
    /// Gets k, the shape of the times between purchases (Erlang-k); 1 to 64. Default: 1, purchases at random (NBD). A higher one means more regular buying
    /// (CNBD-k), and needs the sums of the logarithms of the gaps.
    /// </summary>
    public int Regularity { get; init; } = 1;

    /// <summary>
    /// Gets the weight of the sum of squares of the parameters in what is made least: the mean of minus the log-likelihood, plus this times
    /// (r^2 + alpha^2 + a^2 + b^2), with alpha in the unit in which the longest age is 1. 0 or more. Default: 0.
    /// </summary>
    /// <remarks>For parity with other programs; it pulls each parameter to zero, and depends on the longest age.</remarks>
    public double Penalty { get; init; }

    /// <summary>Gets by how much the logarithm of a parameter may still move at the end; above 0. Default: 1e-9.</summary>
    public double Tolerance { get; init; } = ValueDefaults.Tolerance;

    /// <summary>Gets the steps at most; at least 1. Default: 200.</summary>
    public int MaximumIterations { get; init; } = ValueDefaults.MaximumIterations;
}
