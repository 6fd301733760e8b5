using UserOps.Models.Value;

namespace UserOps.Models.Tests.Value;

public class GammaGammaKernelsTests
{
    [Theory] // p, q, v, purchases, mean spend far from the mean of all -> ln f with 50 digits
    [InlineData(12.724, 0.2088, 31.52, 2, 2.5e20, -57.00510662)]
    [InlineData(6.25, 3.74, 15.44, 2, 1e9, -82.234804973)]
    [InlineData(0.217, 2.2, 842, 1, 3.2e-9, 12.5472391)]
    public void LogDensity_FarFromTheMean_KeepsItsDigits(double p, double q, double v, int x, double m, double expected)
        => Assert.Equal(expected, GammaGammaKernels.LogDensity(p, q, v, x, m), 6e-9 * Math.Abs(expected));

    [Theory] // the two ways to take the logarithm meet
    [InlineData(2, 3, 10)]
    [InlineData(0.3, 3, 100)]
    [InlineData(40, 0.4, 5)]
    public void LogDensity_OverAllSpends_IsAsTheFormula(double p, double q, double v)
    {
        for (double log = -30; log < 30; log += 0.37)
        {
            foreach (int x in new[] { 1, 3, 20 })
            {
                double m = Math.Exp(log);
                double direct = GammaFunctions.LogGamma(p * x + q) - GammaFunctions.LogGamma(p * x) - GammaFunctions.LogGamma(q)
                    + q * Math.Log(v) + p * x * Math.Log(x * m) - Math.Log(m) - (p * x + q) * Math.Log(x * m + v);
                Assert.Equal(direct, GammaGammaKernels.LogDensity(p, q, v, x, m), 1e-10 * (1 + Math.Abs(direct)));
            }
        }
    }

    [Theory] // p, q, v, seed: fits that ended in an exception or without an end before logarithms kept their digits
    [InlineData(0.2545, 0.2031, 4.24, 75, 300)]
    [InlineData(0.3, 3, 100, 2, 500)]
    [InlineData(0.3, 3, 100, 7, 500)]
    public void Fit_SpendsOfManyMagnitudes_EndsKnowing(double p, double q, double v, int seed, int customers)
    {
        var truth = new GammaGammaModel(new() { Version = 1, P = p, Q = q, V = v });
        int[] purchases = [.. Enumerable.Range(0, customers).Select(i => 1 + i % 5)];
        ValueFit<GammaGammaModel> fit = GammaGammaModel.Fit(purchases, truth.Simulate(purchases, seed));
        Assert.NotEqual(ValueFitStatus.IterationLimit, fit.Status);
        Assert.InRange(Math.Log(fit["p"].Value.Value!.Value / p) / fit["p"].LogStandardError.Value!.Value, -4, 4);
        Assert.True(fit.LogLikelihood >= purchases.Zip(truth.Simulate(purchases, seed), truth.LogLikelihood).Sum() - 1e-6);
    }

    [Fact] // from spends that are nearly all 0 to those without a mean, few customers and many
    public void Fit_AnySpends_EndsWithAnAnswer()
    {
        List<string> stopped = [];
        for (int seed = 0; seed < 90; seed++)
        {
            var random = new Xoshiro256(seed);
            double p = Math.Exp(-2.5 + 5 * random.NextDouble());
            double q = Math.Exp(-2 + 4 * random.NextDouble());
            int[] purchases = [.. Enumerable.Range(0, 20 + 40 * (seed % 9)).Select(i => 1 + i % 5)];
            ValueFit<GammaGammaModel> fit = GammaGammaModel.Fit(purchases, [.. new GammaGammaModel(new() { Version = 1, P = p, Q = q, V = 50 }).Simulate(purchases, seed).Select(spend => Math.Max(spend, 1e-300))]);
            if (fit.Status == ValueFitStatus.IterationLimit || double.IsNaN(fit.LogLikelihood))
            {
                stopped.Add(FormattableString.Invariant($"seed {seed}: p {p:F4}, q {q:F4}, {purchases.Length} customers, {fit.Iterations} steps, {fit.Status}, {fit.LogLikelihood}"));
            }
        }

        Assert.Empty(stopped);
    }
}
