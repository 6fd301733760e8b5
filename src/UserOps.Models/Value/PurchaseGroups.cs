namespace UserOps.Models.Value;

/// <summary>The rows of a history with equal ones joined, in an order of their own: a fit over them costs less, and does not depend on the order of the rows.</summary>
internal sealed class PurchaseGroups
{
    private PurchaseGroups(Key[] keys, double[] weights)
    {
        RepeatPurchases = [.. keys.Select(key => key.RepeatPurchases)];
        AgesAtLastPurchase = [.. keys.Select(key => key.AgeAtLastPurchase)];
        Ages = [.. keys.Select(key => key.Age)];
        LogGaps = [.. keys.Select(key => key.LogGaps)];
        Weights = weights;
        Customers = weights.Sum();
        LongestAge = keys.Length == 0 ? 0 : keys.Max(key => key.Age);
    }

    /// <summary>Gets x; shape [groups].</summary>
    internal int[] RepeatPurchases { get; }

    /// <summary>Gets t_x; shape [groups].</summary>
    internal double[] AgesAtLastPurchase { get; }

    /// <summary>Gets T; shape [groups].</summary>
    internal double[] Ages { get; }

    /// <summary>Gets sums of the logarithms of gaps; shape [groups], all 0 where they were not asked for.</summary>
    internal double[] LogGaps { get; }

    /// <summary>Gets for how many customers each group stands; shape [groups], each above 0.</summary>
    internal double[] Weights { get; }

    internal double Customers { get; }

    internal double LongestAge { get; }

    /// <summary>Joins equal rows; those that stand for nobody are left out.</summary>
    /// <param name="history">The rows.</param>
    /// <param name="withLogGaps">Whether rows must also agree in their sum of logarithms; the history must have it then.</param>
    /// <exception cref="ArgumentException">No row stands for anybody, or the sums of logarithms are asked for and not there.</exception>
    internal static PurchaseGroups Of(PurchaseHistory history, bool withLogGaps = false)
    {
        ArgumentNullException.ThrowIfNull(history);
        if (withLogGaps && history.LogGaps.IsEmpty && history.Count > 0)
        {
            throw new ArgumentException("Regular buying (k above 1) needs the sums of the logarithms of the times between purchases.", nameof(history));
        }

        var weights = new Dictionary<Key, double>();
        for (int row = 0; row < history.Count; row++)
        {
            var key = new Key(history.RepeatPurchases[row], history.AgesAtLastPurchase[row], history.Ages[row], withLogGaps ? history.LogGaps[row] : 0);
            double weight = history.HasWeights ? history.Weights[row] : 1;
            if (weight > 0)
            {
                weights[key] = weights.GetValueOrDefault(key) + weight;
            }
        }

        if (weights.Count == 0)
        {
            throw new ArgumentException("There is no customer to learn from.", nameof(history));
        }

        Key[] keys = [.. weights.Keys];
        Array.Sort(keys);
        return new(keys, [.. keys.Select(key => weights[key])]);
    }

    private readonly record struct Key(int RepeatPurchases, double AgeAtLastPurchase, double Age, double LogGaps) : IComparable<Key>
    {
        public int CompareTo(Key other)
        {
            int order = RepeatPurchases.CompareTo(other.RepeatPurchases);
            order = order != 0 ? order : AgeAtLastPurchase.CompareTo(other.AgeAtLastPurchase);
            order = order != 0 ? order : Age.CompareTo(other.Age);
            return order != 0 ? order : LogGaps.CompareTo(other.LogGaps);
        }
    }
}
