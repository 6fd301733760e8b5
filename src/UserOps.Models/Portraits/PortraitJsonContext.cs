using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace UserOps.Models.Portraits;

/// <summary>The JSON forms of portraits.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(TargetGroupIndexDefinition))]
[JsonSerializable(typeof(TargetGroupTable))]
[JsonSerializable(typeof(AudienceProfileDefinition))]
[JsonSerializable(typeof(AudienceProfileSummary))]
[JsonSerializable(typeof(AudienceProfile))]
[JsonSerializable(typeof(SegmentationGrid))]
[JsonSerializable(typeof(Persona))]
[JsonSerializable(typeof(UserPortraitDefinition))]
[JsonSerializable(typeof(UserPortrait))]
internal sealed partial class PortraitJsonContext : JsonSerializerContext
{
    /// <summary>Gets the converters of the room; options take them, because a context's own are not used when contexts are combined.</summary>
    internal static ImmutableArray<JsonConverter> Converters { get; } =
    [
        new EnumNameConverter<IndexScale>(),
        new EnumNameConverter<PortraitValueState>(),
    ];
}
