namespace UserOps.Models.Tests.Value;

/// <summary>The Pareto/NBD by the formulas as they stand, integral by integral; for a few purchases, where nothing overflows.</summary>
internal sealed record NaiveParetoNbd(double R, double Alpha, double S, double Beta)
{
    public double Staying(int x, double age) => Math.Pow(Alpha + age, -(R + x)) * Math.Pow(Beta + age, -S);

    public double Left(int x, double last, double age)
        => S * AdaptiveSimpson.Integrate(u => Math.Pow(Alpha + u, -(R + x)) * Math.Pow(Beta + u, -(S + 1)), last, age);

    public double LogLikelihood(int x, double last, double age)
        => Enumerable.Range(0, x).Sum(i => Math.Log(R + i)) + R * Math.Log(Alpha) + S * Math.Log(Beta) + Math.Log(Staying(x, age) + Left(x, last, age));

    public double Alive(int x, double last, double age) => Staying(x, age) / (Staying(x, age) + Left(x, last, age));

    public double Expected(int x, double last, double age, double horizon)
        => Alive(x, last, age) * (R + x) / (Alpha + age) * AdaptiveSimpson.Integrate(t => Math.Pow((Beta + age) / (Beta + age + t), S), 0, horizon);

    public double Discounted(int x, double last, double age, double rate)
        => Alive(x, last, age) * (R + x) / (Alpha + age) * AdaptiveSimpson.Integrate(t => Math.Exp(-rate * t) * Math.Pow((Beta + age) / (Beta + age + t), S), 0, 40 / rate);

    public double Probability(int n, double age)
        => Within(n, age) * Math.Pow(Beta / (Beta + age), S)
        + AdaptiveSimpson.Integrate(u => Within(n, u) * S * Math.Pow(Beta, S) * Math.Pow(Beta + u, -(S + 1)), 0, age);

    private double Within(int n, double time)
    {
        double ways = Enumerable.Range(0, n).Aggregate(1.0, (product, i) => product * (R + i) / (i + 1));
        return ways * Math.Pow(Alpha / (Alpha + time), R) * Math.Pow(time / (Alpha + time), n);
    }
}
