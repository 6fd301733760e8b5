using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace UserOps.Models.Value;

/// <summary>The JSON forms of revenue per user, lifetime value, unit economics and the shifted beta-geometric model.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(RevenueDefinition))]
[JsonSerializable(typeof(RevenuePerUser))]
[JsonSerializable(typeof(RevenuePerUserDefinition))]
[JsonSerializable(typeof(RevenuePerUserSummary))]
[JsonSerializable(typeof(CohortLifetimeValueDefinition))]
[JsonSerializable(typeof(CohortLifetimeValueSummary))]
[JsonSerializable(typeof(LifetimeValueExplanation))]
[JsonSerializable(typeof(LifetimeValueExtrapolation))]
[JsonSerializable(typeof(LifetimeValueMean))]
[JsonSerializable(typeof(ChannelEconomicsDefinition))]
[JsonSerializable(typeof(ChannelEconomicsSummary))]
[JsonSerializable(typeof(UnitEconomicsDefinition))]
[JsonSerializable(typeof(UnitEconomicsResult))]
[JsonSerializable(typeof(AcquisitionCost))]
[JsonSerializable(typeof(ReturnOnInvestment))]
[JsonSerializable(typeof(ShiftedBetaGeometricParameters))]
internal sealed partial class ValueJsonContext : JsonSerializerContext
{
    /// <summary>Gets the converters of these forms; options take them, because a context's own are not used when contexts are combined.</summary>
    internal static ImmutableArray<JsonConverter> Converters { get; } =
    [
        new EnumNameConverter<MarginTiming>(),
        new EnumNameConverter<LifetimeValueTail>(),
    ];
}
