using System.Collections.Immutable;

namespace UserOps.Models.Stratification;

/// <summary>Adds up sorted values and keeps points of the curve that comes out.</summary>
internal static class CurvePoints
{
    /// <summary>Makes the points from nobody to everybody.</summary>
    /// <param name="descending">Highest first; at least one.</param>
    /// <param name="total">Their sum; above 0.</param>
    /// <param name="most">How many points may be kept; at least 2.</param>
    /// <param name="lowestFirst">Whether the curve begins with the lowest value.</param>
    /// <param name="point">Makes a point of a number of users and their share of the total.</param>
    internal static ImmutableArray<TPoint> Of<TPoint>(
        ReadOnlySpan<Int128> descending, Int128 total, int most, bool lowestFirst, Func<int, double, TPoint> point)
    {
        var points = new TPoint[Math.Min(most, descending.Length + 1)];
        Int128 sum = 0;
        for (int i = 0, users = 0; i < points.Length; i++)
        {
            for (int end = PositionOf(i, points.Length, descending.Length); users < end; users++)
            {
                sum += lowestFirst ? descending[^(users + 1)] : descending[users];
            }

            points[i] = point(users, (double)sum / (double)total);
        }

        return [.. points];
    }

    // Even steps of the number of users, as near as whole users allow; the first is 0, the last is everybody.
    private static int PositionOf(int point, int points, int users) => (int)((long)point * users / (points - 1));
}
