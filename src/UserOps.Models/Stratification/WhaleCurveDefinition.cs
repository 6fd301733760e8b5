using System.Text.Json.Serialization;

namespace UserOps.Models.Stratification;

/// <summary>How much of a whale curve is kept (鲸鱼曲线). Plain data, JSON round-trip.</summary>
public sealed record WhaleCurveDefinition
{
    /// <summary>Initializes a new instance of the <see cref="WhaleCurveDefinition"/> class that keeps 101 points.</summary>
    public WhaleCurveDefinition()
    {
    }

    // For the generated reader, which gives zero bits, not the initializer's value, to what a text leaves out.
    [JsonConstructor]
    internal WhaleCurveDefinition(int maximumPoints = StratificationDefaults.Points) => MaximumPoints = maximumPoints;

    /// <summary>
    /// Gets how many points are kept, 2 to 1,000,000. With fewer users there is a point after each of them; with more, points at even steps of the
    /// number of users, both ends included. The peak is told in any case. Default: 101, one for each percent.
    /// </summary>
    public int MaximumPoints { get; init; } = StratificationDefaults.Points;
}
