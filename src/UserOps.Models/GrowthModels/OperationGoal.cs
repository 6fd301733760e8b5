namespace UserOps.Models.GrowthModels;

/// <summary>The three elements of user operations (用户运营三要素).</summary>
public enum OperationGoal
{
    /// <summary>拉新: winning new users.</summary>
    Acquire,

    /// <summary>留存: keeping the users there are.</summary>
    Retain,

    /// <summary>促活: raising the activity of users who are here.</summary>
    Activate,
}
