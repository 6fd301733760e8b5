using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace UserOps.Models.Survival;

/// <summary>The JSON forms of the regressions of the survival room.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(CoxOptions))]
[JsonSerializable(typeof(CoxParameters))]
[JsonSerializable(typeof(ProportionalHazardsTest))]
[JsonSerializable(typeof(AftOptions))]
[JsonSerializable(typeof(AftParameters))]
[JsonSerializable(typeof(LifetimeDistribution))]
internal sealed partial class SurvivalRegressionJsonContext : JsonSerializerContext
{
    /// <summary>Gets the converters; options take them, because a context's own are not used when contexts are combined.</summary>
    internal static ImmutableArray<JsonConverter> Converters { get; } =
    [
        new EnumNameConverter<CoxTies>(),
        new EnumNameConverter<SurvivalFitStatus>(),
        new EnumNameConverter<ProportionalHazardsTransform>(),
        new EnumNameConverter<LifetimeFamily>(),
    ];
}
