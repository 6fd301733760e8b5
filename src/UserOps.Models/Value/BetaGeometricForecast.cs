namespace UserOps.Models.Value;

/// <summary>What a beta-geometric model expects of customers, given that they are there still; immutable but for what it remembers.</summary>
internal sealed class BetaGeometricForecast(BetaGeometricLaw law)
{
    private const int Kept = 256; // most customers bought less often; the others share as many places again, where the last one stays

    private readonly Prepared?[] _prepared = new Prepared?[2 * Kept];

    /// <summary>Gets the expected purchases within a time.</summary>
    internal double Purchases(PurchaseRecord customer, double horizon)
    {
        double y = horizon / (law.Alpha + customer.Age);
        return law.Regularity == 1
            ? Mixture(customer.RepeatPurchases + law.Extra).Purchases(law.R + customer.RepeatPurchases, y)
            : Regular(customer, y).Purchases;
    }

    /// <summary>Gets the probability to be there still after a time.</summary>
    internal double Staying(PurchaseRecord customer, double after)
    {
        double y = after / (law.Alpha + customer.Age);
        return law.Regularity == 1
            ? Mixture(customer.RepeatPurchases + law.Extra).Staying(law.R + customer.RepeatPurchases, y)
            : Regular(customer, y).Staying;
    }

    /// <summary>Says whether the horizon is longer than what <see cref="RegularPurchases"/> can add up.</summary>
    internal bool IsTooLong(PurchaseRecord customer, double horizon)
        => law.Regularity > 1 && horizon / (law.Alpha + customer.Age) * Math.Max(1, law.R + (double)law.Regularity * customer.RepeatPurchases) > RegularPurchases.MostEvents;

    private (double Purchases, double Staying) Regular(PurchaseRecord customer, double y) => RegularPurchases.Of(
        law,
        customer.RepeatPurchases + law.Extra,
        law.R + (double)law.Regularity * customer.RepeatPurchases,
        (customer.Age - customer.AgeAtLastPurchase) / (law.Alpha + customer.Age),
        y);

    // Two threads may prepare the same mixture; either is as good.
    private LeavingMixture Mixture(int chances)
    {
        ref Prepared? slot = ref _prepared[chances < Kept ? chances : Kept + chances % Kept];
        if (Volatile.Read(ref slot) is { } known && known.Chances == chances)
        {
            return known.Mixture;
        }

        var prepared = new Prepared(chances, new(law.A, law.B + chances));
        Volatile.Write(ref slot, prepared);
        return prepared.Mixture;
    }

    private sealed record Prepared(int Chances, LeavingMixture Mixture);
}
