using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace UserOps.Models.Funnels;

/// <summary>The JSON forms of the funnel room.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(FunnelDefinition))]
[JsonSerializable(typeof(FunnelSummary))]
[JsonSerializable(typeof(FunnelExplanation))]
internal sealed partial class FunnelJsonContext : JsonSerializerContext
{
    /// <summary>Gets the converters of the room: one for each of its enumerations, and one for the short form of a step.</summary>
    internal static ImmutableArray<JsonConverter> Converters { get; } =
    [
        new EnumNameConverter<FunnelAttribution>(),
        new EnumNameConverter<FunnelCounting>(),
        new EnumNameConverter<FunnelDetail>(),
        new EnumNameConverter<FunnelEntry>(),
        new EnumNameConverter<FunnelExclusionEffect>(),
        new EnumNameConverter<FunnelObstacle>(),
        new EnumNameConverter<FunnelOccurrence>(),
        new EnumNameConverter<FunnelOrder>(),
        new EnumNameConverter<FunnelRangeScope>(),
        new EnumNameConverter<FunnelTies>(),
        new FunnelStepJsonConverter(),
    ];
}
