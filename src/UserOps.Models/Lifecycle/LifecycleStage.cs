namespace UserOps.Models.Lifecycle;

/// <summary>The five stages of a user's life with a product (用户生命周期), in the order of a life. Which limits divide them is the definition's to say.</summary>
public enum LifecycleStage
{
    /// <summary>引入期: a prospect becoming a user.</summary>
    Introduction,

    /// <summary>成长期: learning the product: a card bound, a first transaction.</summary>
    Growth,

    /// <summary>成熟期: frequent use, more products.</summary>
    Maturity,

    /// <summary>休眠期: activity fading; expected back.</summary>
    Dormant,

    /// <summary>流失期: gone for longer than the limit; not expected back.</summary>
    Churned,
}
