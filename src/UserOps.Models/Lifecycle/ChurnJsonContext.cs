using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace UserOps.Models.Lifecycle;

/// <summary>The JSON forms of churn warning and recall.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(ChurnWarningDefinition))]
[JsonSerializable(typeof(ChurnWarningSummary))]
[JsonSerializable(typeof(ChurnRisk))]
[JsonSerializable(typeof(ChurnBacktest))]
[JsonSerializable(typeof(RecallDefinition))]
[JsonSerializable(typeof(RecallSummary))]
[JsonSerializable(typeof(RecallExplanation))]
internal sealed partial class ChurnJsonContext : JsonSerializerContext
{
    /// <summary>Gets the converters of the room; options take them, because a context's own are not used when contexts are combined.</summary>
    internal static ImmutableArray<JsonConverter> Converters { get; } =
    [
        new EnumNameConverter<ChurnGapUnit>(),
        new EnumNameConverter<ChurnCombination>(),
        new EnumNameConverter<ChurnState>(),
        new EnumNameConverter<ChurnUnknownReason>(),
        new EnumNameConverter<RecallGroup>(),
    ];
}
