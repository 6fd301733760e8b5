using System.Text.Json.Serialization;

namespace UserOps.Models.GrowthModels;

/// <summary>A number somebody reached, to measure oneself against: not a law, and not a forecast.</summary>
public sealed record GrowthBenchmark
{
    /// <summary>Gets the number, in <see cref="Unit"/>.</summary>
    public required decimal Value { get; init; }

    /// <summary>Gets the number before the change, in <see cref="Unit"/>; null where only the level or the change is told. Only for a level.</summary>
    public decimal? Before { get; init; }

    /// <summary>Gets what the number means.</summary>
    public required BenchmarkUnit Unit { get; init; }

    /// <summary>Gets which way is better.</summary>
    public required BenchmarkDirection Direction { get; init; }

    /// <summary>Gets the change relative to the value before, (after - before) / before, as a fraction; null where it is not told or not computable.</summary>
    [JsonIgnore]
    public decimal? RelativeChange => Unit switch
    {
        BenchmarkUnit.RelativeChange => Value,
        BenchmarkUnit.PercentagePoints => null,
        _ => Before is { } before && before != 0 ? (Value - before) / before : null,
    };
}
