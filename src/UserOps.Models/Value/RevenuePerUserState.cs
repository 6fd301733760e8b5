namespace UserOps.Models.Value;

/// <summary>What one user is in one period.</summary>
internal struct RevenuePerUserState
{
    internal bool IsActive;
    internal bool IsPaying;
    internal RevenueSum Sum;
}
