using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace UserOps.Models.Activity;

/// <summary>The JSON forms of the activity room, but for visits and traffic.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(ActiveUserDefinition))]
[JsonSerializable(typeof(ActiveUsersDefinition))]
[JsonSerializable(typeof(ActiveUsersSummary))]
[JsonSerializable(typeof(StickinessDefinition))]
[JsonSerializable(typeof(StickinessSummary))]
[JsonSerializable(typeof(StickinessRatioDefinition))]
[JsonSerializable(typeof(StickinessRatioSummary))]
[JsonSerializable(typeof(LnessDefinition))]
[JsonSerializable(typeof(LnessSummary))]
[JsonSerializable(typeof(ActivityDecompositionDefinition))]
[JsonSerializable(typeof(ActivityDecompositionSummary))]
[JsonSerializable(typeof(ActivityExplanation))]
[JsonSerializable(typeof(ActivityRateDefinition))]
[JsonSerializable(typeof(ActivityRateSummary))]
[JsonSerializable(typeof(ActivationCatalog))]
[JsonSerializable(typeof(ActivationTactic))]
[JsonSerializable(typeof(ConversionChecklist))]
[JsonSerializable(typeof(ConversionItem))]
internal sealed partial class ActivityJsonContext : JsonSerializerContext
{
    /// <summary>Gets the converters of the room; options take them, because a context's own are not used when contexts are combined.</summary>
    internal static ImmutableArray<JsonConverter> Converters { get; } =
    [
        new EnumNameConverter<StickinessOperator>(),
        new EnumNameConverter<StickinessCounting>(),
        new EnumNameConverter<StickinessBase>(),
        new EnumNameConverter<ActivityClass>(),
        new EnumNameConverter<ConversionItemKind>(),
    ];
}
