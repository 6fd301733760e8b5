namespace UserOps.Models.Profitability;

/// <summary>What a value read from data must satisfy.</summary>
internal enum ProfitLimit
{
    None,
    Share,
    NotNegative,
}
