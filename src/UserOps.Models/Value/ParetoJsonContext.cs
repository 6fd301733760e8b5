using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace UserOps.Models.Value;

/// <summary>The JSON forms of the Pareto/NBD and of the BG/BB.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(ParetoNbdOptions))]
[JsonSerializable(typeof(ParetoNbdParameters))]
[JsonSerializable(typeof(BetaGeometricBetaBernoulliOptions))]
[JsonSerializable(typeof(BetaGeometricBetaBernoulliParameters))]
internal sealed partial class ParetoJsonContext : JsonSerializerContext
{
    /// <summary>Gets the converters; options take them, because a context's own are not used when contexts are combined.</summary>
    internal static ImmutableArray<JsonConverter> Converters { get; } = [];
}
