using System.Numerics;

namespace UserOps.Models.Rfm;

/// <summary>The cut of one axis, exactly, and what a column of numbers has to reach to be above it.</summary>
/// <param name="At">Where it is.</param>
/// <param name="LowerIsBetter">Whether high means below the cut, as with recency.</param>
/// <param name="EqualIsAbove">Whether a value equal to the cut counts as above it.</param>
internal readonly record struct AxisCut(ExactNumber At, bool LowerIsBetter, bool EqualIsAbove)
{
    /// <summary>Makes the cut of an axis: above it is high, but below it for recency; the equal ones go where the split says.</summary>
    internal static AxisCut Of(RfmSplit split, ExactNumber at, bool lowerIsBetter)
        => new(at, lowerIsBetter, split.EqualToCut == RfmCutSide.High != lowerIsBetter);

    /// <summary>Cuts whole numbers of units.</summary>
    /// <param name="split">Where cuts are.</param>
    /// <param name="given">The cut of this axis, where it is given.</param>
    /// <param name="lowerIsBetter">Whether high means below the cut.</param>
    /// <param name="units">Shape [values]; at least one.</param>
    /// <param name="scale">Digits after the point the units stand for.</param>
    internal static AxisCut OfUnits<T>(RfmSplit split, decimal? given, bool lowerIsBetter, ReadOnlySpan<T> units, int scale)
        where T : unmanaged, IBinaryInteger<T>
    {
        if (given is { } fixedCut)
        {
            return Of(split, ExactNumber.Of(fixedCut), lowerIsBetter);
        }

        if (split.Method == RfmSplitMethod.Mean)
        {
            return Of(split, ExactNumber.MeanOf(units, scale), lowerIsBetter);
        }

        (T low, T high) = MiddleOf(units);
        return Of(split, ExactNumber.MeanOf<T>([low, high], scale), lowerIsBetter);
    }

    /// <summary>Gets the two values in the middle of the sorted order; the same one twice where their number is odd.</summary>
    internal static (T Low, T High) MiddleOf<T>(ReadOnlySpan<T> values)
        where T : unmanaged, IBinaryInteger<T>
    {
        Span<T> middle = stackalloc T[2];
        OrderStatistics.Select(values, [(values.Length - 1) / 2, values.Length / 2], middle);
        return (middle[0], middle[1]);
    }

    /// <summary>Gets the smallest whole number of units above the cut.</summary>
    internal BigInteger LowestUnits(int scale) => At.LowestUnits(scale, EqualIsAbove);

    /// <summary>Gets the smallest double above the cut.</summary>
    internal double LowestDouble()
    {
        // The double nearest to the cut is on one side of it or on it, the next ones on the others.
        double nearest = At.ToDouble();
        return IsPassedBy(ExactNumber.Of(nearest)) ? nearest : Math.BitIncrement(nearest);
    }

    /// <summary>Tells whether a number is above the cut.</summary>
    internal bool IsPassedBy(ExactNumber number)
    {
        int side = number.CompareTo(At);
        return side > 0 || (side == 0 && EqualIsAbove);
    }
}
