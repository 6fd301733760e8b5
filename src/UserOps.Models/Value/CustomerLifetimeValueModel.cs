namespace UserOps.Models.Value;

/// <summary>What the customers there are will still bring: expected purchases, discounted, times expected spend (客户终身价值). Checked when built; immutable, shared freely between threads.</summary>
/// <remarks>
/// CLV = margin x spend x sum over i = 1..n of (E(iu) - E((i-1)u)) / (1+d)^i, with E the purchases expected within a time from the end of observation and u the
/// length of a period. It takes for granted that spends do not go with the number of purchases: see <see cref="GammaGammaModel.SpendCorrelation"/>. P. Fader,
/// B. Hardie and K. L. Lee, "RFM and CLV", Journal of Marketing Research 42(4), 2005, 415-430.
/// </remarks>
public sealed class CustomerLifetimeValueModel
{
    /// <summary>Initializes a new instance of the <see cref="CustomerLifetimeValueModel"/> class.</summary>
    /// <param name="definition">What is asked.</param>
    /// <exception cref="InvalidDefinitionException">The definition cannot be; every fault is in <c>Issues</c>.</exception>
    public CustomerLifetimeValueModel(CustomerLifetimeValueDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        InvalidDefinitionException.ThrowIfAny(CustomerLifetimeValueRules.Check(definition));
        Definition = definition;
    }

    /// <summary>Gets what is asked.</summary>
    public CustomerLifetimeValueDefinition Definition { get; }

    /// <summary>Values the customers of a history.</summary>
    /// <param name="history">With mean spends; it ends where the time that is valued begins.</param>
    /// <param name="purchases">How often they will buy.</param>
    /// <param name="spends">What a purchase will be worth.</param>
    /// <param name="cancellationToken">Looked at once per thousand rows.</param>
    /// <exception cref="InvalidDefinitionException">The model counts opportunities, and the periods are no whole numbers of them.</exception>
    /// <exception cref="ArgumentException">The history has no spends, or the units of time or the currencies differ.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public CustomerLifetimeValueResult Evaluate(PurchaseHistory history, IPurchaseModel purchases, GammaGammaModel spends, CancellationToken cancellationToken = default)
    {
        Check(history, purchases);
        ArgumentNullException.ThrowIfNull(spends);
        if (history.MeanSpends.IsEmpty && history.Count > 0)
        {
            throw new ArgumentException("The history has no spends; name the column of money when it is read.", nameof(history));
        }

        if (history.Currency is { } currency && spends.Parameters.Currency is { } other && currency != other)
        {
            throw new ArgumentException($"Spends of the model are in {other}, those of the history in {currency}.", nameof(spends));
        }

        return new(Definition, history, purchases, new ModeledSpends(history, spends), cancellationToken);
    }

    /// <summary>Values the customers of a history by spends that are known.</summary>
    /// <param name="history">It ends where the time that is valued begins.</param>
    /// <param name="purchases">How often they will buy.</param>
    /// <param name="spends">What a purchase of each customer is worth; shape [rows], of either sign, finite.</param>
    /// <param name="cancellationToken">Looked at once per thousand rows.</param>
    /// <exception cref="InvalidDefinitionException">The model counts opportunities, and the periods are no whole numbers of them.</exception>
    /// <exception cref="ArgumentException">The units of time differ, there are not as many spends as rows, or one is not finite.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public CustomerLifetimeValueResult Evaluate(PurchaseHistory history, IPurchaseModel purchases, ReadOnlySpan<double> spends, CancellationToken cancellationToken = default)
    {
        Check(history, purchases);
        PurchaseColumns.RequireLength(history.Count, spends.Length, nameof(spends));
        for (int row = 0; row < spends.Length; row++)
        {
            PurchaseColumns.Require(double.IsFinite(spends[row]), row, spends[row], "a spend is finite", nameof(spends));
        }

        return new(Definition, history, purchases, new GivenSpends([.. spends]), cancellationToken);
    }

    private void Check(PurchaseHistory history, IPurchaseModel purchases)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(purchases);
        PurchaseUnits.RequireSame(history.Unit, purchases.Unit, nameof(purchases));
        InvalidDefinitionException.ThrowIfAny(CustomerLifetimeValueRules.Check(Definition, purchases));
    }
}
