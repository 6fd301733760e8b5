using UserOps.Models.Value;

namespace UserOps.Models.Tests.Value;

/// <summary>Models and histories for tests of repeat buying.</summary>
internal static class BuyingModels
{
    /// <summary>Makes a model with the given parameters.</summary>
    public static BetaGeometricModel BetaGeometric(
        double r = 0.243, double alpha = 4.414, double a = 0.793, double b = 2.426, bool isModified = false, int k = 1, PurchaseTimeUnit? unit = null) => new(new()
        {
            Version = 1,
            Variant = isModified ? BetaGeometricVariant.AfterEveryPurchase : BetaGeometricVariant.AfterRepeats,
            Regularity = k,
            R = r,
            Alpha = alpha,
            A = a,
            B = b,
            Unit = unit,
        });

    /// <summary>Draws customers who came within 12 weeks and were seen for 27 to 39.</summary>
    public static PurchaseHistory Draw(IPurchaseModel model, int customers, int seed)
    {
        var chance = new Xoshiro256(seed);
        return model.Simulate([.. Enumerable.Range(0, customers).Select(_ => 27 + 12 * chance.NextDouble())], seed);
    }

    /// <summary>Gives the rows of a history that a test wants, changed as it wants.</summary>
    public static PurchaseHistory With(this PurchaseHistory history, int[]? rows = null, double times = 1, double[]? weights = null)
    {
        rows ??= [.. Enumerable.Range(0, history.Count)];
        double[] logGaps = [.. history.LogGaps];
        return PurchaseHistory.Of(
            [.. rows.Select(row => history[row].RepeatPurchases)],
            [.. rows.Select(row => history[row].AgeAtLastPurchase * times)],
            [.. rows.Select(row => history[row].Age * times)],
            logGaps.Length == 0 ? default : [.. rows.Select(row => logGaps[row] + history[row].RepeatPurchases * Math.Log(times))],
            weights: weights);
    }
}
