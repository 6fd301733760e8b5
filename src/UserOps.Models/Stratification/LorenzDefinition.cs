using System.Text.Json.Serialization;

namespace UserOps.Models.Stratification;

/// <summary>How much of a Lorenz curve is kept (洛伦兹曲线). Plain data, JSON round-trip.</summary>
public sealed record LorenzDefinition
{
    /// <summary>Initializes a new instance of the <see cref="LorenzDefinition"/> class that keeps 101 points.</summary>
    public LorenzDefinition()
    {
    }

    // For the generated reader, which gives zero bits, not the initializer's value, to what a text leaves out.
    [JsonConstructor]
    internal LorenzDefinition(int maximumPoints = StratificationDefaults.Points) => MaximumPoints = maximumPoints;

    /// <summary>
    /// Gets how many points are kept, 2 to 1,000,000. With fewer users there is a point after each of them; with more, points at even steps of the
    /// number of users, both ends included. Default: 101, one for each percent.
    /// </summary>
    public int MaximumPoints { get; init; } = StratificationDefaults.Points;
}
