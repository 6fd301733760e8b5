using System.Globalization;

namespace UserOps.Models;

/// <summary>A closed interval of numbers, such as a confidence interval; both ends belong to it.</summary>
/// <param name="Low">The lower end.</param>
/// <param name="High">The upper end.</param>
public readonly record struct Interval(double Low, double High)
{
    /// <summary>Tells whether a number lies in the interval, ends included; never for NaN.</summary>
    /// <param name="value">The number to test.</param>
    public bool Contains(double value) => Low <= value && value <= High;

    /// <summary>Gives both ends as text, without regard to culture: <c>[0.25, 0.5]</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"[{Low}, {High}]");
}
