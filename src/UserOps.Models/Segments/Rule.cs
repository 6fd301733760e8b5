namespace UserOps.Models;

/// <summary>Begins the rules: of attributes, of what users did, anniversaries, other rules.</summary>
/// <remarks>
/// <code>
/// SegmentRule active = Rule.Event("pay").InLast(7, WindowUnit.Day).AtLeast(3)
///     .And(Rule.Sequence("login").Then("like", 2, WindowUnit.Hour).Without("logout"))
///     .And(Rule.Event("complain").Never());
/// </code>
/// Tests of attributes may begin at their handle as well: <c>Customers.Age.AtMost(26)</c>. Nothing is checked here; the model reports every fault at once.
/// </remarks>
public static partial class Rule
{
    /// <summary>Begins a test of an attribute: <c>Rule.Field(Customers.Age).AtMost(26)</c> reads as the other rules do, and is <c>Customers.Age.AtMost(26)</c>.</summary>
    /// <typeparam name="TField">The kind of the handle, which says what may be asked.</typeparam>
    /// <param name="field">The handle.</param>
    /// <returns>The handle.</returns>
    public static TField Field<TField>(TField field)
        where TField : Field => field;

    /// <summary>Chooses the events of one name.</summary>
    /// <param name="name">Ordinal.</param>
    /// <returns>Events to say something about: <c>AtLeast(3)</c>, <c>Never()</c>, <c>Sum(amount).AtLeast(1000)</c>.</returns>
    public static EventSelection Event(string name) => new(name);

    /// <summary>Begins a sequence of events.</summary>
    /// <param name="eventName">The name of the events that fill its first step, ordinal.</param>
    /// <param name="where">A test over properties of the event; null for none.</param>
    public static EventSequence Sequence(string eventName, SegmentRule? where = null)
        => new() { Steps = [new SequenceStep { Event = eventName, Where = where }] };

    /// <summary>Makes the rule that the user did one thing and for some time afterwards did not do another.</summary>
    /// <param name="first">The name of the first event, ordinal.</param>
    /// <param name="then">The name of the event that is missed, ordinal.</param>
    /// <param name="amount">For how long it is missed; positive.</param>
    /// <param name="unit">The unit; not a month or a year.</param>
    public static DidThenNot DidThenNot(string first, string then, int amount, WindowUnit unit)
        => new() { First = first, Then = then, Within = new ElapsedLimit { Amount = amount, Unit = unit } };

    /// <summary>Makes the rule that an anniversary of a date falls on one of some days around the evaluation.</summary>
    /// <param name="date">The date: a birthday, the day of a contract.</param>
    /// <param name="fromDays">The first day: 0 is the local date of the evaluation, 1 the one after.</param>
    /// <param name="toDays">The last day, included.</param>
    /// <param name="leapDayRule">Where 29 February falls in a common year.</param>
    /// <exception cref="ArgumentNullException">The handle is null.</exception>
    public static Anniversary Anniversary(DateField date, int fromDays, int toDays, LeapDayRule leapDayRule = LeapDayRule.February28)
    {
        ArgumentNullException.ThrowIfNull(date);
        return new() { Field = date.Name, FromDays = fromDays, ToDays = toDays, LeapDayRule = leapDayRule };
    }

    /// <summary>Makes the rule that an instant lies in a window.</summary>
    /// <param name="instant">The attribute.</param>
    /// <param name="window">The window.</param>
    /// <exception cref="ArgumentNullException">The handle is null.</exception>
    public static InWindow InWindow(InstantField instant, TimeWindow window)
    {
        ArgumentNullException.ThrowIfNull(instant);
        return new() { Field = instant.Name, Window = window };
    }

    /// <summary>Makes the rule that a date, by its local midnight, lies in a window: a product that ends within ten days.</summary>
    /// <param name="date">The attribute.</param>
    /// <param name="window">The window.</param>
    /// <exception cref="ArgumentNullException">The handle is null.</exception>
    public static InWindow InWindow(DateField date, TimeWindow window)
    {
        ArgumentNullException.ThrowIfNull(date);
        return new() { Field = date.Name, Window = window };
    }

    /// <summary>Makes the rule that asks another one.</summary>
    /// <param name="segment">Its name among the rules the model is given, ordinal.</param>
    public static InSegment InSegment(string segment) => new() { Segment = segment };
}
