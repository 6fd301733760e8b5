namespace UserOps.Models.Lifecycle;

/// <summary>The six tiers in which users are operated (笼统分层). Where several descriptions fit, the order of precedence is dormant, new, converted, valuable, active, ordinary.</summary>
public enum OperatingTier
{
    /// <summary>新用户: registered lately.</summary>
    New,

    /// <summary>普通用户: here now and then, and nothing else.</summary>
    Ordinary,

    /// <summary>活跃用户: uses the core feature often, or is here on most days of two months.</summary>
    Active,

    /// <summary>价值用户: looks like those who convert.</summary>
    Valuable,

    /// <summary>转化用户: has converted.</summary>
    Converted,

    /// <summary>沉睡用户: no interaction for three months.</summary>
    Dormant,
}
