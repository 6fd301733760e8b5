using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace UserOps.Models.Portraits;

/// <summary>The JSON forms of audience recipes.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(AudienceRecipe))]
[JsonSerializable(typeof(AbsentData))]
internal sealed partial class RecipeJsonContext : JsonSerializerContext
{
    /// <summary>Gets the converters of the recipes; options take them, because a context's own are not used when contexts are combined.</summary>
    internal static ImmutableArray<JsonConverter> Converters { get; } = [new EnumNameConverter<RecipeIndustry>(), new EnumNameConverter<AbsentDataKind>()];
}
