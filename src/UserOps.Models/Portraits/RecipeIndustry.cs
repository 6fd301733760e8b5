namespace UserOps.Models.Portraits;

/// <summary>For which kind of business a recipe is written.</summary>
public enum RecipeIndustry
{
    /// <summary>Banks (银行).</summary>
    Banking,

    /// <summary>Insurers (保险).</summary>
    Insurance,

    /// <summary>Brokers (证券).</summary>
    Securities,
}
