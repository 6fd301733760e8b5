using System.Numerics;

namespace UserOps.Models.Rfm;

/// <summary>Cuts given as decimals, in the whole numbers of a column.</summary>
internal static class GivenCuts
{
    /// <summary>Adds each cut as the whole number that decides as it does; one no value of the column can pass is left out.</summary>
    /// <param name="boundaries">The cuts.</param>
    /// <param name="scale">Digits after the point the whole numbers stand for, at most 12.</param>
    /// <param name="cuts">Receives them.</param>
    internal static void Add<T>(RfmBoundaries boundaries, int scale, ref KeyCuts<T> cuts)
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
    {
        foreach (decimal cut in boundaries.Cuts)
        {
            switch (LowestPassing(cut, scale, boundaries.PassedWhenEqual))
            {
                case var lowest when lowest > long.CreateChecked(T.MaxValue):
                    break;
                case var lowest when lowest <= long.CreateChecked(T.MinValue):
                    cuts.AddBelowAll();
                    break;
                case var lowest:
                    cuts.AddFrom(T.CreateChecked(lowest));
                    break;
            }
        }
    }

    /// <summary>Gets the smallest whole number of units that passes a cut.</summary>
    /// <returns>A whole number; as far beyond what 64 bits hold as it lies, but no farther than a decimal reaches.</returns>
    internal static decimal LowestPassing(decimal cut, int scale, bool passedWhenEqual)
    {
        decimal unitsOfOne = DecimalUnits.PowerOfTen(scale);
        decimal whole = decimal.Floor(cut);
        if (Math.Abs(whole) > long.MaxValue / unitsOfOne + 1)
        {
            return whole > 0 ? decimal.MaxValue : decimal.MinValue;
        }

        // The part after the point is below one, so its product cannot round: a decimal holds 28 digits, of which the scale takes at most 12.
        decimal part = (cut - whole) * unitsOfOne;
        return whole * unitsOfOne + (passedWhenEqual ? decimal.Ceiling(part) : decimal.Floor(part) + 1);
    }
}
