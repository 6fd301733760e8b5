using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace UserOps.Models;

/// <summary>The JSON forms of the segment room.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(SegmentRule))]
[JsonSerializable(typeof(EventFilter))]
[JsonSerializable(typeof(CardCycleDefinition))]
[JsonSerializable(typeof(CardCycleSummary))]
[JsonSerializable(typeof(CardCycleExplanation))]
[JsonSerializable(typeof(CardCycleTrigger))]
[JsonSerializable(typeof(SegmentReport))]
[JsonSerializable(typeof(SegmentExplanation))]
internal sealed partial class SegmentJsonContext : JsonSerializerContext
{
    /// <summary>Gets the converters of the room; options take them, because a context's own are not used when contexts are combined.</summary>
    internal static ImmutableArray<JsonConverter> Converters { get; } =
    [
        new RuleValueJsonConverter(),
        new EnumNameConverter<WindowUnit>(),
        new EnumNameConverter<LeapDayRule>(),
        new EnumNameConverter<Comparison>(),
        new EnumNameConverter<EventAggregation>(),
        new EnumNameConverter<SequenceMeasure>(),
        new EnumNameConverter<CardCycleNode>(),
        new EnumNameConverter<CardCycleTiming>(),
        new EnumNameConverter<SegmentIssueSeverity>(),
        new EnumNameConverter<RuleAnswer>(),
        new EnumNameConverter<UsersWithoutEvents>(),
    ];
}
