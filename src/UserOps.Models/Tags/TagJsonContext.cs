using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace UserOps.Models.Tags;

/// <summary>The JSON forms of the tags room.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(TagCatalog))]
[JsonSerializable(typeof(TagLineage))]
[JsonSerializable(typeof(TagAssignment))]
[JsonSerializable(typeof(TagValue))]
[JsonSerializable(typeof(UserStructureDefinition))]
internal sealed partial class TagJsonContext : JsonSerializerContext
{
    /// <summary>Gets the converters of the room; options take them, because a context's own are not used when contexts are combined.</summary>
    internal static ImmutableArray<JsonConverter> Converters { get; } =
    [
        new EnumNameConverter<TagKind>(),
        new EnumNameConverter<TagFamily>(),
        new EnumNameConverter<TagValueType>(),
        new EnumNameConverter<TagStatus>(),
        new EnumNameConverter<TagSensitivity>(),
        new EnumNameConverter<TagAggregation>(),
        new EnumNameConverter<TagSourceKind>(),
    ];
}
