namespace UserOps.Models.Value;

/// <summary>Customers who spent the same joined, in an order of their own: a fit does not depend on the order of the rows. Spends in units of their mean.</summary>
internal sealed class SpendGroups
{
    private SpendGroups((int Purchases, double MeanSpend)[] keys, double[] weights)
    {
        Customers = weights.Sum();
        Unit = keys.Zip(weights, (key, weight) => key.MeanSpend * (weight / Customers)).Sum();
        Purchases = [.. keys.Select(key => (double)key.Purchases)];
        MeanSpends = [.. keys.Select(key => key.MeanSpend / Unit)];
        Weights = weights;
        AreAllEqual = Array.TrueForAll(keys, key => key.MeanSpend == keys[0].MeanSpend);
    }

    /// <summary>Gets x; shape [groups].</summary>
    internal double[] Purchases { get; }

    /// <summary>Gets m; shape [groups].</summary>
    internal double[] MeanSpends { get; }

    /// <summary>Gets for how many customers each stands; shape [groups], each above 0.</summary>
    internal double[] Weights { get; }

    internal double Customers { get; }

    /// <summary>Gets how much money a spend of 1 is.</summary>
    internal double Unit { get; }

    /// <summary>Gets a value indicating whether nobody's mean spend differs from another's; so it is with one customer.</summary>
    internal bool AreAllEqual { get; }

    /// <summary>Joins rows; those that stand for nobody are left out.</summary>
    /// <param name="purchases">Shape [rows]; each at least 1.</param>
    /// <param name="meanSpends">Shape [rows]; each above 0 and finite.</param>
    /// <param name="weights">Shape [rows], each 0 or more, or empty for one each.</param>
    /// <returns>Null where no row stands for anybody.</returns>
    internal static SpendGroups? Of(ReadOnlySpan<int> purchases, ReadOnlySpan<double> meanSpends, ReadOnlySpan<double> weights)
    {
        var joined = new Dictionary<(int Purchases, double MeanSpend), double>();
        int[]? order = WeightOrder.Of(weights);
        for (int i = 0; i < purchases.Length; i++)
        {
            int row = order?[i] ?? i;
            double weight = weights.IsEmpty ? 1 : weights[row];
            if (weight > 0)
            {
                var key = (purchases[row], meanSpends[row]);
                joined[key] = joined.GetValueOrDefault(key) + weight;
            }
        }

        (int Purchases, double MeanSpend)[] keys = [.. joined.Keys];
        Array.Sort(keys);
        return keys.Length == 0 ? null : new(keys, [.. keys.Select(key => joined[key])]);
    }
}
