using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace UserOps.Models.Retention;

/// <summary>The JSON forms of the retention room.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(RetentionDefinition))]
[JsonSerializable(typeof(RetentionSummary))]
[JsonSerializable(typeof(RetentionExplanation))]
[JsonSerializable(typeof(RetentionCurveParameters))]
internal sealed partial class RetentionJsonContext : JsonSerializerContext
{
    /// <summary>Gets the converters of the room: one for each of its enumerations.</summary>
    internal static ImmutableArray<JsonConverter> Converters { get; } =
    [
        new EnumNameConverter<RetentionAbsence>(),
        new EnumNameConverter<RetentionAlignment>(),
        new EnumNameConverter<RetentionCell>(),
        new EnumNameConverter<RetentionCohortType>(),
        new EnumNameConverter<RetentionCurveFamily>(),
        new EnumNameConverter<RetentionPeriodZero>(),
        new EnumNameConverter<RetentionRule>(),
        new EnumNameConverter<RetentionTruncation>(),
    ];
}
