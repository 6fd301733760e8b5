using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace UserOps.Models;

/// <summary>The JSON forms of the numerics room.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(Ratio))]
[JsonSerializable(typeof(Interval))]
[JsonSerializable(typeof(ProportionComparison))]
[JsonSerializable(typeof(Measure<double>))]
[JsonSerializable(typeof(Measure<decimal>))]
[JsonSerializable(typeof(Measure<long>))]
[JsonSerializable(typeof(Measure<TimeSpan>))]
internal sealed partial class NumericsJsonContext : JsonSerializerContext
{
    /// <summary>Gets the converters of the room.</summary>
    internal static ImmutableArray<JsonConverter> Converters { get; } = [new EnumNameConverter<UndefinedReason>()];
}
