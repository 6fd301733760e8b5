namespace UserOps.Models.Activity;

/// <summary>What a user is to the firm. The later roles stand higher; each user has one.</summary>
public enum UserRole
{
    /// <summary>使用者: seen, not registered.</summary>
    Visitor,

    /// <summary>会员: registered and identified, without a product.</summary>
    Member,

    /// <summary>客户: holds a product, whether or not registered here.</summary>
    Customer,
}
