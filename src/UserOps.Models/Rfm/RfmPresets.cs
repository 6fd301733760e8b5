namespace UserOps.Models.Rfm;

/// <summary>Questions to begin with: plain definitions, to be changed with <c>with</c>.</summary>
public static class RfmPresets
{
    /// <summary>Makes the classic question: five scores by quantiles, groups at the means, the segments of recency and frequency.</summary>
    /// <param name="purchases">The events that are purchases.</param>
    /// <param name="amount">The column of the money.</param>
    /// <exception cref="ArgumentNullException">The filter or the handle is null.</exception>
    public static RfmDefinition Purchases(EventFilter purchases, AmountField amount)
    {
        ArgumentNullException.ThrowIfNull(purchases);
        ArgumentNullException.ThrowIfNull(amount);
        return new() { Purchases = purchases, Amount = amount, Segments = RfmSegmentTables.RecencyFrequency };
    }

    /// <summary>Makes the question of installment users (分期用户价值分群): only installment transactions, and as money their principal.</summary>
    /// <param name="installments">The events of taking an installment, one a contract: repayments are not purchases, and fees are no principal.</param>
    /// <param name="principal">The column of the principal.</param>
    /// <remarks>
    /// Frequency counts contracts, not days: two contracts of one day are two decisions. A fee charged with every repayment would count many times over; so
    /// fees are left out, and belong to profitability.
    /// </remarks>
    /// <exception cref="ArgumentNullException">The filter or the handle is null.</exception>
    public static RfmDefinition Installment(EventFilter installments, AmountField principal)
        => Purchases(installments, principal) with { Frequency = RfmFrequency.Purchases };

    /// <summary>Makes the question of a product where nobody pays (RFE): how lately and how often users come, and how much they do.</summary>
    /// <param name="visits">The events of coming.</param>
    /// <param name="engagement">The events of doing something.</param>
    /// <exception cref="ArgumentNullException">A filter is null.</exception>
    public static RfmDefinition Engagement(EventFilter visits, EventFilter engagement)
    {
        ArgumentNullException.ThrowIfNull(visits);
        ArgumentNullException.ThrowIfNull(engagement);
        return new() { Purchases = visits, Monetary = new RfmEngagement { Events = engagement }, Segments = RfmSegmentTables.RecencyFrequency };
    }

    /// <summary>Makes the question of wealth management (AUM): how lately and how often customers trade, and what they hold.</summary>
    /// <param name="trades">The events of trading.</param>
    /// <param name="assets">The column of the balances in the user table.</param>
    /// <exception cref="ArgumentNullException">The filter or the handle is null.</exception>
    public static RfmDefinition Assets(EventFilter trades, AmountField assets)
    {
        ArgumentNullException.ThrowIfNull(trades);
        ArgumentNullException.ThrowIfNull(assets);
        return new() { Purchases = trades, Monetary = new RfmAssets { Field = assets }, Segments = RfmSegmentTables.RecencyFrequency };
    }

    /// <summary>Makes the question with length (LRFM): beside the classic one, how long users have been buying.</summary>
    /// <param name="purchases">The events that are purchases.</param>
    /// <param name="amount">The column of the money.</param>
    /// <remarks>H.-H. Chang, S.-F. Tsay, Journal of Information Management 11, 2004: length tells new customers from loyal ones.</remarks>
    /// <exception cref="ArgumentNullException">The filter or the handle is null.</exception>
    public static RfmDefinition Length(EventFilter purchases, AmountField amount) => Purchases(purchases, amount) with { LengthScoring = new() };
}
