namespace UserOps.Models.Lifecycle;

/// <summary>The three periods of a user who is here (用户周期的三个阶段), each of which is activated in its own way.</summary>
public enum UserPeriod
{
    /// <summary>新用户期: has come and not yet seen what the product is for.</summary>
    New,

    /// <summary>成长期: uses it, not yet as a habit.</summary>
    Growing,

    /// <summary>成熟期: uses it as a habit.</summary>
    Mature,
}
