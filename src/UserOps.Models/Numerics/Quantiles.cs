namespace UserOps.Models;

/// <summary>Exact quantiles of a sorted sample.</summary>
internal static class Quantiles
{
    /// <summary>Reads a quantile of sorted numbers.</summary>
    /// <param name="sorted">Shape [values]; ascending, without NaN, at least one.</param>
    /// <param name="probability">0 to 1.</param>
    /// <param name="definition">How to read between two values.</param>
    internal static double OfSorted(
        ReadOnlySpan<double> sorted, double probability, QuantileDefinition definition = NumericsDefaults.Quantile)
    {
        var position = QuantilePosition.Of(sorted.Length, probability, definition);
        double low = sorted[position.Index];
        return position.Weight == 0 ? low : Between(low, sorted[position.Index + 1], position.Weight);
    }

    /// <summary>Reads a quantile of sorted ticks; a tick between two is rounded to the nearest, of two equally near ones to the even.</summary>
    /// <param name="sorted">Shape [values]; ascending, at least one.</param>
    /// <param name="probability">0 to 1.</param>
    /// <param name="definition">How to read between two values.</param>
    internal static long OfSorted(
        ReadOnlySpan<long> sorted, double probability, QuantileDefinition definition = NumericsDefaults.Quantile)
    {
        var position = QuantilePosition.Of(sorted.Length, probability, definition);
        long low = sorted[position.Index];
        return position.Weight == 0 ? low : Between(low, sorted[position.Index + 1], position.Weight);
    }

    // Two equal values, infinite ones too, need no arithmetic that could move or lose them.
    private static double Between(double low, double high, double weight)
        => low == high || weight == 0 ? low : weight == 1 ? high : low * (1 - weight) + high * weight;

    // Exact for distances up to 2^53 ticks (28 years); beyond, good to the double nearest to the distance.
    private static long Between(long low, long high, double weight)
    {
        double step = (double)(high - low) * weight;
        long below = low + (long)step;
        double rest = step - (long)step;
        return rest > 0.5 || (rest == 0.5 && long.IsOddInteger(below)) ? below + 1 : below;
    }
}
