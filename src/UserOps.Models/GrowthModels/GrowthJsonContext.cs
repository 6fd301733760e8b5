using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace UserOps.Models.GrowthModels;

/// <summary>The JSON forms of the growth models.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(GrowthStagesDefinition))]
[JsonSerializable(typeof(AarrrSummary))]
[JsonSerializable(typeof(RarraSummary))]
[JsonSerializable(typeof(GrowthExplanation))]
[JsonSerializable(typeof(GrowthPlaybook))]
internal sealed partial class GrowthJsonContext : JsonSerializerContext
{
    /// <summary>Gets the converters of the room; options take them, because a context's own are not used when contexts are combined.</summary>
    internal static ImmutableArray<JsonConverter> Converters { get; } =
    [
        new EnumNameConverter<GrowthStage>(),
        new EnumNameConverter<GrowthMembership>(),
        new EnumNameConverter<GrowthLimit>(),
        new EnumNameConverter<OperationGoal>(),
        new EnumNameConverter<BenchmarkUnit>(),
        new EnumNameConverter<BenchmarkDirection>(),
    ];
}
