using System.Text.Json.Serialization;

namespace UserOps.Models.Value;

/// <summary>How a Gamma-Gamma model is to be fitted. Plain data, JSON round-trip.</summary>
public sealed record GammaGammaOptions
{
    /// <summary>Initializes a new instance of the <see cref="GammaGammaOptions"/> class.</summary>
    public GammaGammaOptions()
    {
    }

    // For the generated reader, which gives zero bits, not the initializer's value, to what a text leaves out.
    [JsonConstructor]
    internal GammaGammaOptions(double tolerance = ValueDefaults.Tolerance, int maximumIterations = ValueDefaults.MaximumIterations)
    {
        Tolerance = tolerance;
        MaximumIterations = maximumIterations;
    }

    /// <summary>Gets what happens to repeat buyers of a history whose mean spend is not above zero. Default: <see cref="NonPositiveSpend.Refuse"/>.</summary>
    public NonPositiveSpend NonPositiveSpends { get; init; }

    /// <summary>Gets by how much the logarithm of a parameter may still move at the end, relative to 1 plus its size; above 0. Default: 1e-9.</summary>
    public double Tolerance { get; init; } = ValueDefaults.Tolerance;

    /// <summary>Gets the steps at most; at least 1. Default: 200.</summary>
    public int MaximumIterations { get; init; } = ValueDefaults.MaximumIterations;
}
