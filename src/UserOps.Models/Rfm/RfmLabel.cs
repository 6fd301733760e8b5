namespace UserOps.Models.Rfm;

/// <summary>Three labels over the eight groups.</summary>
public enum RfmLabel
{
    /// <summary>潜力型: bought lately, not often yet.</summary>
    Potential,

    /// <summary>活跃型: bought lately, and often.</summary>
    Active,

    /// <summary>沉睡型: has not bought for long.</summary>
    Dormant,
}
