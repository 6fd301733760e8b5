namespace UserOps.Models.Tests.Value;

/// <summary>The BG/BB by the formulas as they stand, in functions of gamma; and by integrating over both probabilities.</summary>
internal sealed record NaiveOpportunities(double Alpha, double Beta, double Gamma, double Delta)
{
    public double LogLikelihood(int x, int last, int n)
        => Math.Log((Staying(x, n) + Enumerable.Range(0, n - last).Sum(i => Left(x, last + i))) / (B(Alpha, Beta) * B(Gamma, Delta)));

    public double AliveAt(int x, int last, int n, int opportunity)
        => B(Alpha + x, Beta + n - x) * B(Gamma, Delta + opportunity) / (B(Alpha, Beta) * B(Gamma, Delta) * Math.Exp(LogLikelihood(x, last, n)));

    public double Expected(int x, int last, int n, int horizon, double rate = 0)
        => B(Alpha + x + 1, Beta + n - x) / (B(Alpha, Beta) * Math.Exp(LogLikelihood(x, last, n)))
        * Enumerable.Range(1, horizon).Sum(j => B(Gamma, Delta + n + j) / B(Gamma, Delta) * Math.Pow(1 + rate, -j));

    public double Probability(int x, int n)
        => (Ways(n, x) * Staying(x, n) + Enumerable.Range(x, Math.Max(0, n - x)).Sum(j => Ways(j, x) * Left(x, j))) / (B(Alpha, Beta) * B(Gamma, Delta));

    public static double Ways(int n, int x) => Enumerable.Range(0, x).Aggregate(1.0, (product, i) => product * (n - i) / (i + 1));

    private static double B(double a, double b) => Math.Exp(GammaFunctions.LogBeta(a, b));

    private double Staying(int x, int n) => B(Alpha + x, Beta + n - x) * B(Gamma, Delta + n);

    private double Left(int x, int opportunities) => B(Alpha + x, Beta + opportunities - x) * B(Gamma + 1, Delta + opportunities);
}
