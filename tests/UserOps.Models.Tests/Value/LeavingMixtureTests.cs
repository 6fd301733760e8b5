using UserOps.Models.Value;

namespace UserOps.Models.Tests.Value;

public class LeavingMixtureTests
{
    [Theory] // R, y, a, b: mean of (1 - (1 + p y)^-R) / p and of (1 + p y)^-R, from 30-digit arithmetic (2F1 and its integral)
    [InlineData(0.243, 0.9012339973194066, 0.793, 2.426, 0.19509805201126263, 0.95564466045547804)]
    [InlineData(0.243, 117.80697779791572, 1, 2.426, 3.7782576025954322, 0.47272739191359151)]
    [InlineData(400.243, 0.09888087136866339, 0.793, 402.426, 38.117334816850835, 0.92844249186460702)]
    [InlineData(2, 1e6, 0.3, 0.3, 17410.3700033891, 0.0071687448070016697)]
    [InlineData(2.3, 4.166666666666667, 1e4, 1e5, 5.745376269883778, 0.47771310709486346)]
    public void Means_OfAnyShape_AreThoseOfTheHypergeometricFunction(double count, double y, double a, double b, double purchases, double staying)
    {
        var mixture = new LeavingMixture(a, b);
        Assert.Equal(1, mixture.Staying(count, y) / staying, 1e-10);
        Assert.Equal(1, mixture.Purchases(count, y) / purchases, 1e-10);
    }

    [Fact]
    public void Means_OfRandomShapes_AreTheSumsOverPurchases()
    {
        // Two ways that share nothing: an integral over p, and a sum over the number of events.
        var chance = new Xoshiro256(6);
        for (int i = 0; i < 200; i++)
        {
            double Draw(double low, double high) => Math.Exp(Math.Log(low) + chance.NextDouble() * Math.Log(high / low));
            var law = new BetaGeometricLaw(Draw(0.05, 50), 1, Draw(1e-3, 1e3), Draw(1e-3, 1e3), 0, 1);
            double y = Draw(1e-4, 100);
            (double purchases, double staying) = RegularPurchases.Of(law, 0, law.R, 0, y);
            var mixture = new LeavingMixture(law.A, law.B);
            Assert.Equal(1, mixture.Purchases(law.R, y) / purchases, 1e-9);
            Assert.Equal(1, mixture.Staying(law.R, y) / staying, 1e-9);
        }
    }
}
