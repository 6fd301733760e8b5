namespace UserOps.Models.Value;

/// <summary>The purchases expected of customers period by period, discounted; equal customers are worked out once.</summary>
/// <remarks>For one thread.</remarks>
internal sealed class LifetimePurchases(CustomerLifetimeValueDefinition definition, IPurchaseModel model)
{
    private readonly Dictionary<PurchaseRecord, (double Expected, double Discounted)> _known = [];

    internal (double Expected, double Discounted) Of(PurchaseRecord customer)
    {
        if (!_known.TryGetValue(customer, out (double Expected, double Discounted) sums))
        {
            sums = Sum(customer);
            _known.Add(customer, sums);
        }

        return sums;
    }

    private (double Expected, double Discounted) Sum(PurchaseRecord customer)
    {
        (double before, double discounted) = (0, 0);
        for (int period = 1; period <= definition.Periods; period++)
        {
            double expected = model.ExpectedPurchases(customer, period * definition.PeriodLength);
            discounted += (expected - before) / Math.Pow(1 + definition.DiscountRate, period);
            before = expected;
        }

        return (before, discounted);
    }
}
