using System.Collections.Immutable;

namespace UserOps.Models.Portraits;

/// <summary>The shipped recipes. Starting points to be edited, not advice: each says in its page which of its numbers are given and which were chosen.</summary>
public static class AudienceRecipes
{
    /// <summary>Gets the five of banks: installment, premium, wealth management, overseas travel, loan.</summary>
    public static ImmutableArray<AudienceRecipe> Banking => BankingRecipes.All;

    /// <summary>Gets the four of insurers: family protection, education of children, pension, renewal.</summary>
    public static ImmutableArray<AudienceRecipe> Insurance => InsuranceRecipes.All;

    /// <summary>Gets the four of brokers: wealth products, funds, margin financing, wealth management.</summary>
    public static ImmutableArray<AudienceRecipe> Securities => SecuritiesRecipes.All;

    /// <summary>Gets the young people of the insurance journey (年轻人群体): six conditions.</summary>
    public static AudienceRecipe YoungPeople => InsuranceRecipes.YoungPeople;

    /// <summary>Gets the new wealth of the insurance journey (财富新贵): five conditions.</summary>
    public static AudienceRecipe NewWealth => InsuranceRecipes.NewWealth;

    /// <summary>Gets all of them, by industry.</summary>
    public static ImmutableArray<AudienceRecipe> All { get; } = [.. Banking, .. Insurance, YoungPeople, NewWealth, .. Securities];

    /// <summary>Gets the recipe of an id.</summary>
    /// <param name="id">Such as <c>banking.installment</c>; ordinal.</param>
    /// <returns>Null when none is shipped under that id.</returns>
    public static AudienceRecipe? Find(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return All.FirstOrDefault(recipe => recipe.Id == id);
    }
}
