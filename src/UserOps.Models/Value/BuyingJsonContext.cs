using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace UserOps.Models.Value;

/// <summary>The JSON forms of the beta-geometric and negative binomial models, and of what all models of repeat buying share.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(BetaGeometricOptions))]
[JsonSerializable(typeof(BetaGeometricParameters))]
[JsonSerializable(typeof(NegativeBinomialOptions))]
[JsonSerializable(typeof(NegativeBinomialParameters))]
[JsonSerializable(typeof(FitEvidence))]
[JsonSerializable(typeof(CohortTotals))]
[JsonSerializable(typeof(PurchaseFrequencyBin))]
[JsonSerializable(typeof(PurchaseRecord))]
[JsonSerializable(typeof(PurchaseTimeUnit))]
internal sealed partial class BuyingJsonContext : JsonSerializerContext
{
    /// <summary>Gets the converters; options take them, because a context's own are not used when contexts are combined.</summary>
    internal static ImmutableArray<JsonConverter> Converters { get; } = [new EnumNameConverter<BetaGeometricVariant>()];
}
