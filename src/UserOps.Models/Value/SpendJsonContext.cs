using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace UserOps.Models.Value;

/// <summary>The JSON forms of purchase histories, of spends and of lifetime values.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(PurchaseHistoryDefinition))]
[JsonSerializable(typeof(PurchaseHistorySummary))]
[JsonSerializable(typeof(PurchaseCustomer))]
[JsonSerializable(typeof(PurchaseHistoryExplanation))]
[JsonSerializable(typeof(CalibrationHoldoutDefinition))]
[JsonSerializable(typeof(HoldoutAccuracy))]
[JsonSerializable(typeof(PurchaseTracking))]
[JsonSerializable(typeof(GammaGammaOptions))]
[JsonSerializable(typeof(GammaGammaParameters))]
[JsonSerializable(typeof(CustomerLifetimeValueDefinition))]
[JsonSerializable(typeof(LifetimeValueTotal))]
internal sealed partial class SpendJsonContext : JsonSerializerContext
{
    /// <summary>Gets the converters of the room.</summary>
    internal static ImmutableArray<JsonConverter> Converters { get; } = [new EnumNameConverter<NonPositiveSpend>()];
}
