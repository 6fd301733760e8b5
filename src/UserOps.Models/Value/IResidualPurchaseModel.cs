namespace UserOps.Models.Value;

/// <summary>A model of repeat buying that can say what all purchases to come are worth today.</summary>
public interface IResidualPurchaseModel : IPurchaseModel
{
    /// <summary>Gets the expected number of purchases after the end of observation, for ever, each counted less the later it is (DERT).</summary>
    /// <param name="customer">What is known of the customer.</param>
    /// <param name="discount">How much less the future is worth.</param>
    /// <returns>
    /// 0 or more. Without a discount this is positive infinity where customers stay for so long that the sum has no end, whatever the customer did;
    /// times the value of a purchase it is the residual lifetime value.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The model cannot take the customer.</exception>
    double DiscountedExpectedTransactions(PurchaseRecord customer, DiscountRate discount);
}
