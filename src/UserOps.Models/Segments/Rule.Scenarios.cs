namespace UserOps.Models;

/// <content>Rules of scenarios: where users are, when their cards fall due, and whether they may be asked.</content>
public static partial class Rule
{
    /// <summary>Gets the rule that is unknown of everyone.</summary>
    public static UnknownAnswer Unknown { get; } = new();

    /// <summary>Makes the rule that a position lies in a district.</summary>
    /// <param name="latitude">In degrees, north positive.</param>
    /// <param name="longitude">In degrees, east positive.</param>
    /// <param name="area">The district.</param>
    /// <param name="consent">Says that the position may be used; null for positions that need no consent, which those of users do.</param>
    /// <param name="accuracy">Within how many meters of the position the user really is; null to take positions as exact.</param>
    /// <exception cref="ArgumentNullException">A handle of the position is null.</exception>
    public static WithinDistance WithinDistance(
        NumberField latitude, NumberField longitude, GeoCircle area, FlagField? consent = null, NumberField? accuracy = null)
    {
        ArgumentNullException.ThrowIfNull(latitude);
        ArgumentNullException.ThrowIfNull(longitude);
        return new() { Latitude = latitude.Name, Longitude = longitude.Name, Area = area, Consent = consent?.Name, Accuracy = accuracy?.Name };
    }

    /// <summary>Chooses the events that happened in a district: three visits in 30 days are <c>.InLast(30, WindowUnit.Day).AtLeast(3)</c>.</summary>
    /// <param name="eventName">The name of events with a position, ordinal.</param>
    /// <param name="latitude">A property of the event, or of its content.</param>
    /// <param name="longitude">A property of the event, or of its content.</param>
    /// <param name="area">The district.</param>
    /// <param name="consent">A flag of the event; an event without consent does not count. For a flag of the user see <see cref="WithConsent"/>.</param>
    /// <param name="accuracy">In meters; an event that may lie on either side of the border does not count.</param>
    /// <exception cref="ArgumentNullException">A handle of the position is null.</exception>
    public static EventSelection AreaVisits(
        string eventName, NumberField latitude, NumberField longitude, GeoCircle area, FlagField? consent = null, NumberField? accuracy = null)
        => Event(eventName).Where(WithinDistance(latitude, longitude, area, consent, accuracy));

    /// <summary>Makes the rule that says what another one says of those who agreed, and nothing (unknown) of everyone else.</summary>
    /// <param name="consent">The flag of those who agreed; missing is no consent.</param>
    /// <param name="rule">The other rule.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static SegmentRule WithConsent(FlagField consent, SegmentRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        SegmentRule agreed = consent.Is(true).WhenUnknown(false);

        // "Agreed and rule" alone would be false, not unknown, without consent.
        return agreed.And(rule).Or(agreed.Not().And(Unknown));
    }

    /// <summary>Makes the rule that a day of the month falls on one of some days around the evaluation; in a shorter month on its last day.</summary>
    /// <param name="day">A number from 1 to 31 of the user: a statement day, a due day.</param>
    /// <param name="fromDays">The first day: 0 is the local date of the evaluation, 1 the one after.</param>
    /// <param name="toDays">The last day, included.</param>
    /// <exception cref="ArgumentNullException">The handle is null.</exception>
    public static MonthlyDay MonthlyDay(QuantityField day, int fromDays, int toDays)
    {
        ArgumentNullException.ThrowIfNull(day);
        return new() { Field = day.Name, FromDays = fromDays, ToDays = toDays };
    }

    /// <inheritdoc cref="MonthlyDay(QuantityField, int, int)"/>
    public static MonthlyDay MonthlyDay(NumberField day, int fromDays, int toDays)
    {
        ArgumentNullException.ThrowIfNull(day);
        return new() { Field = day.Name, FromDays = fromDays, ToDays = toDays };
    }
}
