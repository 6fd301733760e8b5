using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace UserOps.Models.Lifecycle;

/// <summary>The JSON forms of the life-cycle models.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(LifecycleDefinition))]
[JsonSerializable(typeof(LifecycleSummary))]
[JsonSerializable(typeof(LifecycleExplanation))]
[JsonSerializable(typeof(LifecycleTransitions))]
[JsonSerializable(typeof(LifecycleSteadyState))]
[JsonSerializable(typeof(LifecycleForecast))]
[JsonSerializable(typeof(LifecycleHistorySummary))]
[JsonSerializable(typeof(LifecycleStageTime))]
[JsonSerializable(typeof(LifecycleValueSummary))]
[JsonSerializable(typeof(LifecycleShapeDefinition))]
[JsonSerializable(typeof(LifecycleShapeResult))]
[JsonSerializable(typeof(NorthStarCatalog))]
[JsonSerializable(typeof(LifecycleMetricCatalog))]
[JsonSerializable(typeof(LifecycleStrategyCatalog))]
[JsonSerializable(typeof(ActivationWayCatalog))]
[JsonSerializable(typeof(OperatingTierDefinition))]
[JsonSerializable(typeof(OperatingTierFacts))]
internal sealed partial class LifecycleJsonContext : JsonSerializerContext
{
    /// <summary>Gets the converters of the room; options take them, because a context's own are not used when contexts are combined.</summary>
    internal static ImmutableArray<JsonConverter> Converters { get; } =
    [
        new EnumNameConverter<LifecycleStage>(),
        new EnumNameConverter<LifecycleStateKind>(),
        new EnumNameConverter<LifecycleSteadyStateStatus>(),
        new EnumNameConverter<LifecycleShape>(),
        new EnumNameConverter<UserPeriod>(),
        new EnumNameConverter<OperatingTier>(),
    ];
}
