using System.Globalization;

namespace UserOps.Models.Presentation;

/// <summary>Numbers as the text of table cells: thousands separated by commas, a point as decimal mark, no culture.</summary>
/// <remarks>A value that does not exist is <see cref="Missing"/> or a text of the caller's choice, never 0: nobody came is not the same as everybody left.</remarks>
public static class CellText
{
    /// <summary>The text of a value that does not exist: <c>-</c>.</summary>
    public const string Missing = "-";

    /// <summary>The most digits after the decimal point; a double holds no more.</summary>
    public const int MaximumDigits = 15;

    private const double LargestExact = 1e15;

    /// <summary>Writes a count.</summary>
    /// <param name="count">The count.</param>
    /// <param name="missing">The text when there is none.</param>
    /// <returns>For example <c>1,234,567</c>.</returns>
    public static string Count(long? count, string missing = Missing)
        => count?.ToString("N0", CultureInfo.InvariantCulture) ?? missing;

    /// <summary>Writes a fraction as a percentage.</summary>
    /// <param name="fraction">The share; 1 is 100 %. May be negative or above 1: changes are shares too.</param>
    /// <param name="digits">Digits after the point, 0 to <see cref="MaximumDigits"/>.</param>
    /// <param name="missing">The text when there is none.</param>
    /// <returns>For example <c>12.3%</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The fraction is not finite, or <paramref name="digits"/> is out of range.</exception>
    public static string Percent(double? fraction, int digits = 1, string missing = Missing)
        => fraction is null ? missing : Number(fraction.Value * 100, digits) + "%";

    /// <summary>Writes a number with a fixed number of digits.</summary>
    /// <param name="value">The number.</param>
    /// <param name="digits">Digits after the point, 0 to <see cref="MaximumDigits"/>; halves are rounded away from zero.</param>
    /// <param name="missing">The text when there is none.</param>
    /// <returns>For example <c>1,234.50</c>; a value that rounds to zero has no sign.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The number is NaN or infinite - a fault upstream that must not be printed as if nothing were known - or
    /// <paramref name="digits"/> is out of range.
    /// </exception>
    public static string Number(double? value, int digits = 2, string missing = Missing)
    {
        string format = FixedFormat(digits);
        if (value is not double number)
        {
            return missing;
        }
        if (!double.IsFinite(number))
        {
            throw new ArgumentOutOfRangeException(nameof(value), number, "A cell shows finite numbers; pass null for a value that does not exist.");
        }
        // Through decimal, which reads a double as the 15 digits a person sees: 0.285 is 28.5 %, so 29 %, although the
        // double is a little less, and how a double's halves are rounded has changed between runtimes.
        return Math.Abs(number) < LargestExact
            ? Fixed((decimal)number, digits, format)
            : number.ToString(format, CultureInfo.InvariantCulture);
    }

    /// <summary>Writes an amount or another exact number with a fixed number of digits.</summary>
    /// <param name="value">The number.</param>
    /// <param name="digits">Digits after the point, 0 to <see cref="MaximumDigits"/>; halves are rounded away from zero.</param>
    /// <param name="missing">The text when there is none.</param>
    /// <returns>For example <c>1,234.50</c>; a value that rounds to zero has no sign.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="digits"/> is out of range.</exception>
    public static string Number(decimal? value, int digits = 2, string missing = Missing)
    {
        string format = FixedFormat(digits);
        return value is decimal number ? Fixed(number, digits, format) : missing;
    }

    /// <summary>Writes a length of time by its two largest units.</summary>
    /// <param name="duration">The length; may be negative.</param>
    /// <param name="missing">The text when there is none.</param>
    /// <returns>For example <c>3d 04h</c>, <c>2h 05m</c>, <c>1m 09s</c>, <c>12.3s</c>; what is below the last unit shown is cut off, not rounded.</returns>
    public static string Duration(TimeSpan? duration, string missing = Missing)
    {
        if (duration is not TimeSpan length)
        {
            return missing;
        }
        // The ticks of TimeSpan.MinValue have no positive twin, so the sign is taken apart on unsigned ticks.
        ulong ticks = length.Ticks < 0 ? (ulong)-(length.Ticks + 1) + 1 : (ulong)length.Ticks;
        ulong tenths = ticks / (ulong)(TimeSpan.TicksPerSecond / 10);
        string text = Unsigned(tenths);
        return length.Ticks < 0 && tenths > 0 ? "-" + text : text;
    }

    private static string Unsigned(ulong tenths)
    {
        ulong seconds = tenths / 10;
        ulong minutes = seconds / 60;
        ulong hours = minutes / 60;
        ulong days = hours / 24;
        return (days, hours, minutes) switch
        {
            ( > 0, _, _) => string.Create(CultureInfo.InvariantCulture, $"{days:N0}d {hours % 24:00}h"),
            (_, > 0, _) => string.Create(CultureInfo.InvariantCulture, $"{hours}h {minutes % 60:00}m"),
            (_, _, > 0) => string.Create(CultureInfo.InvariantCulture, $"{minutes}m {seconds % 60:00}s"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{seconds}.{tenths % 10}s"),
        };
    }

    private static string FixedFormat(int digits)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(digits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(digits, MaximumDigits);
        return "N" + digits.ToString(CultureInfo.InvariantCulture);
    }

    private static string Fixed(decimal number, int digits, string format)
    {
        decimal rounded = Math.Round(number, digits, MidpointRounding.AwayFromZero);
        // A decimal may be a negative zero, and "-0.0%" would read as a loss.
        return (rounded == 0 ? 0 : rounded).ToString(format, CultureInfo.InvariantCulture);
    }
}
