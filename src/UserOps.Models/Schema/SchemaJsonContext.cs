using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace UserOps.Models;

/// <summary>The JSON forms of the schema room.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(UserSchema))]
[JsonSerializable(typeof(EventSchema))]
[JsonSerializable(typeof(ContentSchema))]
[JsonSerializable(typeof(SchemaReport))]
[JsonSerializable(typeof(IngestReport))]
internal sealed partial class SchemaJsonContext : JsonSerializerContext
{
    /// <summary>Gets the converters of the room; options take them, because a context's own are not used when contexts are combined.</summary>
    internal static ImmutableArray<JsonConverter> Converters { get; } =
    [
        new EnumNameConverter<FieldKind>(),
        new EnumNameConverter<DataKind>(),
        new EnumNameConverter<DataClass>(),
        new EnumNameConverter<DataOrigin>(),
        new EnumNameConverter<Relevance>(),
        new EnumNameConverter<SchemaIssueSeverity>(),
        new EnumNameConverter<IngestTable>(),
        new EnumNameConverter<IngestIssueCode>(),
        new EnumNameConverter<IngestEffect>(),
        new UserIdJsonConverter(),
    ];
}
