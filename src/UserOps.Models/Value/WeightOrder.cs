namespace UserOps.Models.Value;

/// <summary>The order in which weights are added up, so that the order of the rows changes no bit of a sum.</summary>
internal static class WeightOrder
{
    /// <summary>Gets the rows by ascending weight: then each group adds its own in one order, wherever its rows are.</summary>
    /// <returns>Null where every order gives the same: no weights, or whole numbers of customers.</returns>
    internal static int[]? Of(ReadOnlySpan<double> weights)
    {
        if (AreWhole(weights))
        {
            return null;
        }

        int[] rows = [.. Enumerable.Range(0, weights.Length)];
        Array.Sort(weights.ToArray(), rows);
        return rows;
    }

    // Sums of whole numbers are exact up to 2^53.
    private static bool AreWhole(ReadOnlySpan<double> weights)
    {
        foreach (double weight in weights)
        {
            if (Math.Floor(weight) != weight)
            {
                return false;
            }
        }

        return true;
    }
}
