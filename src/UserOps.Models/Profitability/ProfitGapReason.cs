namespace UserOps.Models.Profitability;

/// <summary>Why a user has no statement.</summary>
public enum ProfitGapReason
{
    /// <summary>The value is missing, and the definition assumes nothing.</summary>
    Missing,

    /// <summary>The value cannot be: a probability outside 0 to 1, a negative exposure or capital, a rate that is no number, a figure beyond 10^17.</summary>
    OutOfRange,
}
