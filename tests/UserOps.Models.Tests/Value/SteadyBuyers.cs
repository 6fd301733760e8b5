using UserOps.Models.Value;

namespace UserOps.Models.Tests.Value;

/// <summary>A model simple enough to reckon by hand: everybody buys at one rate for ever.</summary>
internal sealed class SteadyBuyers(double rate, PurchaseTimeUnit? unit = null) : IPurchaseModel
{
    public PurchaseTimeUnit? Unit => unit;

    public double ProbabilityAlive(PurchaseRecord customer, double after = 0) => 1;

    public double ExpectedPurchases(PurchaseRecord customer, double horizon) => rate * horizon;

    public double ExpectedPurchases(double age) => rate * age;

    public double ProbabilityOf(int repeatPurchases, double age) => throw new NotSupportedException();

    public double LogLikelihood(PurchaseRecord customer) => throw new NotSupportedException();

    public PurchaseHistory Simulate(ReadOnlySpan<double> ages, int seed) => throw new NotSupportedException();
}
