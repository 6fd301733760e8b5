namespace UserOps.Models;

/// <summary>Reads dates and times as files hold them, year first, without regard to culture.</summary>
/// <remarks>
/// A date is <c>2026-03-01</c>, <c>2026/03/01</c> or <c>20260301</c>; a time of day may follow after <c>T</c> or a space: <c>09:30</c>,
/// <c>09:30:15</c>, <c>09:30:15.123</c>; then an offset, 14 hours at most: <c>Z</c>, <c>+08:00</c>, <c>+0800</c> or <c>+08</c>. Digits beyond a tick
/// are cut off.
/// </remarks>
internal static class InstantText
{
    private const int TickDigits = 7;

    // No zone ever lay further from UTC, and a DateTimeOffset holds no more.
    private const int LargestOffsetMinutes = 14 * 60;

    /// <param name="text">The text.</param>
    /// <param name="localTicks">What the clock shows, in ticks since 0001-01-01T00:00.</param>
    /// <param name="offsetTicks">The offset from UTC; null where the text names none.</param>
    internal static bool TryParse(ReadOnlySpan<char> text, out long localTicks, out long? offsetTicks)
    {
        text = text.Trim();
        offsetTicks = null;
        return TryTakeDate(ref text, out localTicks)
            && (text.IsEmpty || (TryTakeTime(ref text, ref localTicks) && TryTakeOffset(ref text, out offsetTicks) && text.IsEmpty));
    }

    private static bool TryTakeDate(ref ReadOnlySpan<char> text, out long ticks)
    {
        ticks = 0;
        if (!TryTakeDigits(ref text, 4, out int year))
        {
            return false;
        }

        char separator = text.IsEmpty ? '\0' : text[0];
        bool separated = separator is '-' or '/';
        if ((separated && !TryTake(ref text, separator))
            || !TryTakeDigits(ref text, 2, out int month)
            || (separated && !TryTake(ref text, separator))
            || !TryTakeDigits(ref text, 2, out int day)
            || year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        ticks = new DateOnly(year, month, day).DayNumber * TimeSpan.TicksPerDay;
        return true;
    }

    private static bool TryTakeTime(ref ReadOnlySpan<char> text, ref long ticks)
    {
        if (!(TryTake(ref text, 'T') || TryTake(ref text, ' '))
            || !TryTakeDigits(ref text, 2, out int hour) || !TryTake(ref text, ':') || !TryTakeDigits(ref text, 2, out int minute)
            || hour > 23 || minute > 59)
        {
            return false;
        }

        ticks += (hour * TimeSpan.TicksPerHour) + (minute * TimeSpan.TicksPerMinute);
        if (!TryTake(ref text, ':'))
        {
            return true;
        }

        if (!TryTakeDigits(ref text, 2, out int second) || second > 59)
        {
            return false;
        }

        ticks += second * TimeSpan.TicksPerSecond;
        return !TryTake(ref text, '.') || TryTakeFraction(ref text, ref ticks);
    }

    private static bool TryTakeFraction(ref ReadOnlySpan<char> text, ref long ticks)
    {
        int digits = 0;
        long unit = TimeSpan.TicksPerSecond;
        for (; !text.IsEmpty && char.IsAsciiDigit(text[0]); text = text[1..], digits++)
        {
            unit /= 10;
            ticks += digits < TickDigits ? (text[0] - '0') * unit : 0;
        }

        return digits > 0;
    }

    private static bool TryTakeOffset(ref ReadOnlySpan<char> text, out long? offset)
    {
        offset = null;
        TryTake(ref text, ' ');
        if (text.IsEmpty)
        {
            return true;
        }

        if (TryTake(ref text, 'Z'))
        {
            offset = 0;
            return true;
        }

        int sign = text[0] == '+' ? 1 : text[0] == '-' ? -1 : 0;
        text = text[1..];
        if (sign == 0 || !TryTakeDigits(ref text, 2, out int hours))
        {
            return false;
        }

        // Hours alone is how PostgreSQL writes an offset without minutes.
        int minutes = 0;
        bool hoursAlone = !TryTake(ref text, ':') && text.IsEmpty;
        if ((!hoursAlone && !TryTakeDigits(ref text, 2, out minutes)) || minutes > 59 || (hours * 60) + minutes > LargestOffsetMinutes)
        {
            return false;
        }

        offset = sign * ((hours * TimeSpan.TicksPerHour) + (minutes * TimeSpan.TicksPerMinute));
        return true;
    }

    private static bool TryTake(ref ReadOnlySpan<char> text, char expected)
    {
        bool met = !text.IsEmpty && text[0] == expected;
        text = met ? text[1..] : text;
        return met;
    }

    private static bool TryTakeDigits(ref ReadOnlySpan<char> text, int count, out int value)
    {
        value = 0;
        if (text.Length < count)
        {
            return false;
        }

        foreach (char digit in text[..count])
        {
            if (!char.IsAsciiDigit(digit))
            {
                return false;
            }

            value = (value * 10) + (digit - '0');
        }

        text = text[count..];
        return true;
    }
}
