using System.Globalization;
using System.Text.Json.Serialization;

namespace UserOps.Models;

/// <summary>A closed interval of numbers, such as a confidence interval; both ends belong to it.</summary>
/// <param name="Low">The lower end.</param>
/// <param name="High">The upper end.</param>
[method: JsonConstructor] // without it a struct is read with the missing end at 0
public readonly record struct Interval(double Low, double High)
{
    /// <summary>Tells whether a number lies in the interval, ends included; never for NaN.</summary>
    /// <param name="value">The number to test.</param>
    public bool Contains(double value) => Low <= value && value <= High;

    /// <summary>Gives both ends as text to read, without regard to culture: six digits after the point, six in all where they are tiny or huge.</summary>
    /// <returns>Such as <c>[0.254834, 0.366102]</c>; JSON keeps every digit.</returns>
    public override string ToString() => $"[{TextOf(Low)}, {TextOf(High)}]";

    private static string TextOf(double end)
        => end.ToString(end == 0 || Math.Abs(end) is >= 0.001 and < 1e15 ? "0.######;-0.######;0" : "G6", CultureInfo.InvariantCulture);
}
