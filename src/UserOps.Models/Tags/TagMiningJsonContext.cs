using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace UserOps.Models.Tags;

/// <summary>The JSON forms of bins, of naive Bayes and of the quality of tags.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(BinningDefinition))]
[JsonSerializable(typeof(QuantileBinningDefinition))]
[JsonSerializable(typeof(NaiveBayesOptions))]
[JsonSerializable(typeof(NaiveBayesParameters))]
[JsonSerializable(typeof(NaiveBayesPrediction))]
[JsonSerializable(typeof(TagRun))]
[JsonSerializable(typeof(TagQuality))]
[JsonSerializable(typeof(TagStabilityOptions))]
internal sealed partial class TagMiningJsonContext : JsonSerializerContext
{
    /// <summary>Gets the converters; options take them, because a context's own are not used when contexts are combined.</summary>
    internal static ImmutableArray<JsonConverter> Converters { get; } =
    [
        new EnumNameConverter<BinClosure>(),
        new EnumNameConverter<TiedEdges>(),
        new EnumNameConverter<QuantileDefinition>(),
        new EnumNameConverter<NaiveBayesFeatureKind>(),
    ];
}
