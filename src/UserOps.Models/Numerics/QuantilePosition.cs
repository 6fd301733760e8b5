namespace UserOps.Models;

/// <summary>Where a quantile of n sorted values stands: at a value, or a part of the way to the next one.</summary>
/// <param name="Index">The 0-based rank of the value at or below it; 0 to n - 1.</param>
/// <param name="Weight">The part of the way to the next value, 0 to 1; 0 at the last value.</param>
internal readonly record struct QuantilePosition(int Index, double Weight)
{
    private const double RelativePrecision = 1.0 / (1L << 52);

    /// <summary>Finds the position of a quantile.</summary>
    /// <param name="count">The number of values; at least 1.</param>
    /// <param name="probability">0 to 1.</param>
    /// <param name="definition">One of the nine definitions of Hyndman and Fan.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument lies outside its range.</exception>
    internal static QuantilePosition Of(int count, double probability, QuantileDefinition definition)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        if (!(probability >= 0 && probability <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "A probability lies between 0 and 1.");
        }

        double rank = Rank(count, probability, definition);
        double whole = Math.Floor(rank);
        double part = rank - whole;

        // 100 x 0.07 misses the 7 it means by its last bits; where a definition jumps, that would be the wrong value.
        double noise = 4 * RelativePrecision * Math.Max(1, rank);
        if (part < noise || 1 - part < noise)
        {
            whole = Math.Round(rank);
            part = 0;
        }

        double weight = definition switch
        {
            QuantileDefinition.R1 => part > 0 ? 1 : 0,
            QuantileDefinition.R2 => part > 0 ? 1 : 0.5,
            QuantileDefinition.R3 => part == 0 && whole % 2 == 0 ? 0 : 1,
            _ => part,
        };
        return Within(count, whole, weight);
    }

    // The position counted from 1, as Hyndman and Fan write it; R3 carries their m = -1/2.
    private static double Rank(int count, double p, QuantileDefinition definition) => definition switch
    {
        QuantileDefinition.R1 or QuantileDefinition.R2 or QuantileDefinition.R4 => count * p,
        QuantileDefinition.R3 => count * p - 0.5,
        QuantileDefinition.R5 => count * p + 0.5,
        QuantileDefinition.R6 => (count + 1.0) * p,
        QuantileDefinition.R7 => (count - 1.0) * p + 1,
        QuantileDefinition.R8 => (count + 1 / 3.0) * p + 1 / 3.0,
        QuantileDefinition.R9 => (count + 0.25) * p + 0.375,
        _ => throw new ArgumentOutOfRangeException(nameof(definition), definition, "This is not one of the nine definitions."),
    };

    private static QuantilePosition Within(int count, double rank, double weight)
    {
        if (rank < 1)
        {
            return new QuantilePosition(0, 0);
        }

        return rank >= count ? new QuantilePosition(count - 1, 0) : new QuantilePosition((int)rank - 1, weight);
    }
}
