namespace UserOps.Models.Tags;

/// <summary>Where a tag stands in its life (标签生命周期). Only active tags have values; to try a draft, evaluate a catalog in which it is active.</summary>
public enum TagStatus
{
    /// <summary>草稿: written, not in use.</summary>
    Draft,

    /// <summary>生效: in use.</summary>
    Active,

    /// <summary>下线: no longer in use; kept so that old values can be explained.</summary>
    Retired,
}
