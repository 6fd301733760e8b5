using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace UserOps.Models.Stratification;

/// <summary>The JSON forms of the stratification room.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(ParetoDefinition))]
[JsonSerializable(typeof(ParetoSummary))]
[JsonSerializable(typeof(LorenzDefinition))]
[JsonSerializable(typeof(LorenzCurve))]
[JsonSerializable(typeof(WhaleCurveDefinition))]
[JsonSerializable(typeof(WhaleCurveSummary))]
[JsonSerializable(typeof(PyramidDefinition))]
[JsonSerializable(typeof(PyramidSummary))]
[JsonSerializable(typeof(PyramidExplanation))]
[JsonSerializable(typeof(RankExplanation))]
internal sealed partial class StratificationJsonContext : JsonSerializerContext
{
    /// <summary>Gets the converters of the room; options take them, because a context's own are not used when contexts are combined.</summary>
    internal static ImmutableArray<JsonConverter> Converters { get; } =
    [
        new EnumNameConverter<PyramidBasis>(),
        new EnumNameConverter<PyramidTies>(),
        new EnumNameConverter<PyramidRounding>(),
    ];
}
