using System.Collections.Immutable;

namespace UserOps.Models.Tags;

/// <summary>Points as whole numbers of one smallest unit, so that sums of them are exact whatever the order.</summary>
internal static class ScorePoints
{
    /// <summary>Gets the digits after the point, zeros at the end left out.</summary>
    internal static int ScaleOf(decimal points)
    {
        int scale = points.Scale;
        while (scale > 0 && decimal.Round(points, scale - 1, MidpointRounding.ToZero) == points)
        {
            scale--;
        }

        return scale;
    }

    /// <summary>Gets the digits that all elements need.</summary>
    internal static int ScaleOf(ImmutableArray<ScoreElement> elements)
        => elements.Select(element => element is null ? 0 : ScaleOf(element.Points)).DefaultIfEmpty(0).Max();

    /// <summary>Gets the points in units of a scale that holds them.</summary>
    internal static long UnitsOf(decimal points, int scale) => (long)(points * DecimalUnits.PowerOfTen(scale));

    /// <summary>Says whether every sum of some of the elements fits into 64 bits.</summary>
    internal static bool AddUp(ImmutableArray<ScoreElement> elements)
    {
        int scale = Math.Min(ScaleOf(elements), TagDefaults.MaximumScale);
        decimal limit = long.MaxValue / (decimal)DecimalUnits.PowerOfTen(scale);
        decimal total = 0;
        foreach (ScoreElement element in elements)
        {
            decimal points = Math.Abs(element?.Points ?? 0);
            if (points > limit - total)
            {
                return false;
            }

            total += points;
        }

        return true;
    }
}
