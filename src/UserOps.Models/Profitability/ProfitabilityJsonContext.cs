using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace UserOps.Models.Profitability;

/// <summary>The JSON forms of the profitability room.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(RiskAdjustedReturn))]
[JsonSerializable(typeof(AccrualPeriod))]
[JsonSerializable(typeof(ProfitTerms))]
[JsonSerializable(typeof(CustomerAccounts))]
[JsonSerializable(typeof(CustomerProfitStatement))]
[JsonSerializable(typeof(CustomerProfitDefinition))]
[JsonSerializable(typeof(CustomerProfitSummary))]
[JsonSerializable(typeof(CustomerProfitExplanation))]
[JsonSerializable(typeof(RiskRatesDefinition))]
[JsonSerializable(typeof(RiskRates))]
[JsonSerializable(typeof(ProductHoldingDefinition))]
[JsonSerializable(typeof(ProductHoldingSummary))]
[JsonSerializable(typeof(ActivityCostDefinition))]
[JsonSerializable(typeof(ActivityCostResult))]
[JsonSerializable(typeof(DriverUsage))]
[JsonSerializable(typeof(WeightOfEvidence))]
[JsonSerializable(typeof(ScoreScale))]
[JsonSerializable(typeof(Scorecard))]
[JsonSerializable(typeof(ScorecardSummary))]
[JsonSerializable(typeof(ScorecardExplanation))]
[JsonSerializable(typeof(WeightedCharacteristic))]
internal sealed partial class ProfitabilityJsonContext : JsonSerializerContext
{
    /// <summary>Gets the converters of the room; options take them, because a context's own are not used when contexts are combined.</summary>
    internal static ImmutableArray<JsonConverter> Converters { get; } =
    [
        new EnumNameConverter<BalanceSide>(),
        new EnumNameConverter<ProfitGapReason>(),
        new EnumNameConverter<ProfitItem>(),
    ];
}
