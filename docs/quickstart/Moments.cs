using System.Globalization;
using UserOps.Models;

namespace UserOps.Quickstart;

/// <summary>The instant up to which data are seen. The library never guesses it; this program may, and says so.</summary>
internal static class Moments
{
    internal static EvaluationContext ContextOf(Arguments asked, EventTable events, TimeZoneInfo zone)
    {
        if (events.First is not { } first || events.Last is not { } last)
        {
            throw new QuickstartException("There is no event to look at.");
        }
        if (asked.AsOf is not null)
        {
            var context = Asked(asked.AsOf, zone);
            return context.AsOf >= first ? context : throw new QuickstartException($"--as-of {asked.AsOf} is before the first event, {Local(first, zone)}: nothing would be seen.");
        }
        return EvaluationContext.AtEndOf(new ReportingCalendar(zone).DayOf(last), zone);
    }

    /// <summary>Writes an instant as the clocks of a zone show it.</summary>
    internal static string Local(DateTimeOffset instant, TimeZoneInfo zone)
        => TimeZoneInfo.ConvertTime(instant, zone).ToString("yyyy-MM-dd HH:mm:sszzz", CultureInfo.InvariantCulture);

    private static EvaluationContext Asked(string text, TimeZoneInfo zone)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return EvaluationContext.AtEndOf(day, zone);
        }
        // With an offset only: a time of day without one would be read in the machine's zone.
        bool hasOffset = text.EndsWith('Z') || (text.Length > 6 && text[^6] is '+' or '-');
        return hasOffset && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant)
            ? new EvaluationContext { AsOf = instant, Zone = zone }
            : throw new QuickstartException($"--as-of takes a day such as 2026-03-31 or an instant such as 2026-03-31T12:00:00+08:00; '{text}' is neither.");
    }
}
