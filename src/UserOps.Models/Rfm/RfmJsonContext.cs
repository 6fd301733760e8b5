using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace UserOps.Models.Rfm;

/// <summary>The JSON forms of questions about purchases and their answers.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(RfmDefinition))]
[JsonSerializable(typeof(RfmCuts))]
[JsonSerializable(typeof(RfmSummary))]
[JsonSerializable(typeof(RfmMigrationSummary))]
[JsonSerializable(typeof(RfmExplanation))]
internal sealed partial class RfmJsonContext : JsonSerializerContext
{
    /// <summary>Gets the converters of the questions.</summary>
    internal static ImmutableArray<JsonConverter> Converters { get; } =
    [
        new EnumNameConverter<RfmAxis>(),
        new EnumNameConverter<RfmEventEffect>(),
        new EnumNameConverter<RfmEventRole>(),
        new EnumNameConverter<RfmFrequency>(),
        new EnumNameConverter<RfmRefundPolicy>(),
        new EnumNameConverter<RfmStateKind>(),
    ];
}
