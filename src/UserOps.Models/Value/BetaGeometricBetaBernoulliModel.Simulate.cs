namespace UserOps.Models.Value;

/// <content>Drawing customers.</content>
public sealed partial class BetaGeometricBetaBernoulliModel
{
    /// <summary>Draws customers as the model has them.</summary>
    /// <param name="ages">How many opportunities each customer had, whole numbers; shape [customers].</param>
    /// <param name="seed">The same seed gives the same customers.</param>
    /// <returns>One row a customer, in the order of the ages.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An age is not a whole number from 0 to 1,000,000.</exception>
    public PurchaseHistory Simulate(ReadOnlySpan<double> ages, int seed)
    {
        foreach (double age in ages)
        {
            PurchaseArguments.RequireOpportunities(age, nameof(ages));
        }

        var random = new Xoshiro256(seed);
        var repeats = new int[ages.Length];
        var lasts = new double[ages.Length];
        for (int row = 0; row < ages.Length; row++)
        {
            double buys = random.NextBeta(_shape.Alpha, _shape.Beta);
            double leaves = random.NextBeta(_shape.Gamma, _shape.Delta);
            for (int opportunity = 1; opportunity <= ages[row] && random.NextDouble() >= leaves; opportunity++)
            {
                if (random.NextDouble() < buys)
                {
                    repeats[row]++;
                    lasts[row] = opportunity;
                }
            }
        }

        return PurchaseHistory.Of(repeats, lasts, ages, unit: Unit);
    }
}
