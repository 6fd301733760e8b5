using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace UserOps.Models.Survival;

/// <summary>The JSON forms of durations, curves and tests.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(DurationDefinition))]
[JsonSerializable(typeof(DurationSummary))]
[JsonSerializable(typeof(DurationExplanation))]
[JsonSerializable(typeof(RiskTable))]
[JsonSerializable(typeof(KaplanMeierDefinition))]
[JsonSerializable(typeof(KaplanMeierResult))]
[JsonSerializable(typeof(NelsonAalenDefinition))]
[JsonSerializable(typeof(NelsonAalenResult))]
[JsonSerializable(typeof(CompetingRisksDefinition))]
[JsonSerializable(typeof(CompetingRisksResult))]
[JsonSerializable(typeof(LogRankDefinition))]
[JsonSerializable(typeof(LogRankResult))]
[JsonSerializable(typeof(SurvivalPoint))]
[JsonSerializable(typeof(SurvivalQuantile))]
[JsonSerializable(typeof(RestrictedMean))]
[JsonSerializable(typeof(HazardPoint))]
[JsonSerializable(typeof(IncidencePoint))]
internal sealed partial class SurvivalJsonContext : JsonSerializerContext
{
    /// <summary>Gets the converters of the room.</summary>
    internal static ImmutableArray<JsonConverter> Converters { get; } =
    [
        new EnumNameConverter<DurationStart>(),
        new EnumNameConverter<DurationUnit>(),
        new EnumNameConverter<DurationOutcome>(),
        new EnumNameConverter<InactivityEnd>(),
        new EnumNameConverter<SurvivalIntervalKind>(),
        new EnumNameConverter<HazardIntervalKind>(),
        new EnumNameConverter<PairwiseCorrection>(),
    ];
}
