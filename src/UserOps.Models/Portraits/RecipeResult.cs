using System.Collections.Immutable;

namespace UserOps.Models.Portraits;

/// <summary>What a recipe answers: an audience, and what the dataset lacked. Immutable.</summary>
public sealed class RecipeResult
{
    internal RecipeResult(AudienceRecipe recipe, ImmutableArray<AbsentData> absent, Audience audience)
    {
        Recipe = recipe;
        Absent = absent;
        Audience = audience;
    }

    /// <summary>Gets the recipe.</summary>
    public AudienceRecipe Recipe { get; }

    /// <summary>Gets what the rule needs and the dataset lacks, in the order of the rule; empty where everything was there.</summary>
    public ImmutableArray<AbsentData> Absent { get; }

    /// <summary>Gets the audience. Its rule is that of the recipe with <see cref="UnknownAnswer"/> in the place of each test whose data are absent.</summary>
    public Audience Audience { get; }
}
