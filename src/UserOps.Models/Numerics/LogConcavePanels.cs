namespace UserOps.Models;

/// <summary>Cuts an interval into panels on each of which a log-concave function is integrated by <see cref="GaussLegendre"/> to rounding.</summary>
/// <remarks>
/// <para>
/// The panels go from the peak to both sides until the function is e^-40 of the peak. What lies beyond is at most e^-40 of the whole: if the logarithm has
/// fallen by k at a distance d, concavity keeps it above the chord before and below its continuation after, so that the tail is at most d e^-k / k, and the
/// rest at least d (1 - e^-k) / k.
/// </para>
/// <para>
/// On a panel the logarithm changes by at most 12, and 16 nodes integrate e^(12 t) over a unit to 1e-17. A panel is at most 2.5 wide: the functions meant
/// here are analytic within pi of the real line, and the error of n nodes is that of the sum of the half axes of the largest ellipse around it, 5.2, to the power of -2n, before growth.
/// </para>
/// </remarks>
/// <typeparam name="TFunction">The function; a struct, so that its code becomes part of the loop.</typeparam>
internal struct LogConcavePanels<TFunction>
    where TFunction : struct, ILogConcave
{
    private const double Depth = 40;
    private const double LargestFall = 12;
    private const double LargestWidth = 2.5;
    private const int Bisections = 100;

    private readonly TFunction _function;
    private readonly double _low;
    private readonly double _high;
    private readonly double _peak;
    private double _edge;
    private double _edgeValue;
    private bool _goesDown;

    /// <summary>Starts at the peak.</summary>
    /// <param name="function">The function.</param>
    /// <param name="low">Where the interval begins; finite.</param>
    /// <param name="high">Where it ends; positive infinity is allowed where the function falls in the end.</param>
    internal LogConcavePanels(TFunction function, double low, double high)
    {
        _function = function;
        _low = low;
        _high = high;
        _peak = PeakOf(function, low, high);
        PeakValue = function.At(_peak);
        _edge = _peak;
        _edgeValue = PeakValue;
    }

    /// <summary>Gets the largest value of the logarithm, near enough to scale by.</summary>
    internal double PeakValue { get; }

    /// <summary>Gets the middle of the panel.</summary>
    internal double Center { get; private set; }

    /// <summary>Gets half the width of the panel.</summary>
    internal double HalfWidth { get; private set; }

    /// <summary>Goes to the next panel; false when there is none.</summary>
    internal bool MoveNext()
    {
        if (!_goesDown)
        {
            if (TryStep(_high, 1))
            {
                return true;
            }

            _goesDown = true;
            _edge = _peak;
            _edgeValue = PeakValue;
        }

        return TryStep(_low, -1);
    }

    private static double PeakOf(TFunction function, double low, double high)
    {
        if (!(high > low) || function.SlopeAt(low) <= 0)
        {
            return low;
        }

        double below = low;
        double above = high;
        for (double reach = 1; double.IsPositiveInfinity(above); reach *= 2)
        {
            above = function.SlopeAt(low + reach) <= 0 ? low + reach : above;
        }

        if (function.SlopeAt(above) >= 0)
        {
            return above;
        }

        for (int i = 0; i < Bisections; i++)
        {
            double middle = below + (above - below) / 2;
            if (function.SlopeAt(middle) > 0)
            {
                below = middle;
            }
            else
            {
                above = middle;
            }
        }

        return above;
    }

    private bool TryStep(double limit, int direction)
    {
        double room = direction * (limit - _edge);
        if (!(room > 0) || PeakValue - _edgeValue >= Depth)
        {
            return false;
        }

        double width = Math.Min(LargestWidth, room);
        double value = _function.At(width == room ? limit : _edge + direction * width);
        while (double.IsNegativeInfinity(value) && width > 0)
        {
            width /= 2; // the function is 0 there: halves go near such a place, and never reach it
            value = _function.At(_edge + direction * width);
        }

        double fall = _edgeValue - value;
        if (fall > LargestFall)
        {
            width *= LargestFall / fall; // concave: a part of the way is at most that part of the fall
            value = _function.At(_edge + direction * width);
        }

        double next = width == room ? limit : _edge + direction * width;
        Center = (_edge + next) / 2;
        HalfWidth = Math.Abs(next - _edge) / 2;
        bool moved = next != _edge;
        _edge = next;
        _edgeValue = value;
        return moved;
    }
}
