namespace UserOps.Models.Rfm;

/// <summary><c>assets</c> (AUM): what a user holds, an amount of the user table as it stands. A missing balance is not a balance of 0.</summary>
public sealed record RfmAssets : RfmValue
{
    /// <summary>Gets the column of the balances.</summary>
    public required AmountField Field { get; init; }
}
