using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace UserOps.Models.Rfm;

/// <summary>The JSON forms of scores, splits, labels and segment tables.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(RfmAxisScoring))]
[JsonSerializable(typeof(RfmBoundaries))]
[JsonSerializable(typeof(RfmSplit))]
[JsonSerializable(typeof(RfmGivenCuts))]
[JsonSerializable(typeof(RfmLabelRule))]
[JsonSerializable(typeof(RfmWeights))]
[JsonSerializable(typeof(RfmCell))]
[JsonSerializable(typeof(RfmSegment))]
[JsonSerializable(typeof(RfmSegmentTable))]
[JsonSerializable(typeof(RfmSegmentCoverage))]
internal sealed partial class RfmScoringJsonContext : JsonSerializerContext
{
    /// <summary>Gets the converters of scores.</summary>
    internal static ImmutableArray<JsonConverter> Converters { get; } =
    [
        new EnumNameConverter<RfmScoringMethod>(),
        new EnumNameConverter<RfmSplitMethod>(),
        new EnumNameConverter<RfmCutSide>(),
        new EnumNameConverter<RfmGroup>(),
        new EnumNameConverter<RfmLabel>(),
    ];
}
