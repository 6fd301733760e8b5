using System.Text.Json.Serialization;

namespace UserOps.Models;

/// <summary>Which instants count, seen from the instant of an evaluation: plain data, with the discriminator <c>mode</c> in JSON.</summary>
/// <remarks>Events after the instant of the evaluation are never seen, in any window; attributes may lie later.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "mode")]
[JsonDerivedType(typeof(RollingWindow), "rolling")]
[JsonDerivedType(typeof(RollingAheadWindow), "rollingAhead")]
[JsonDerivedType(typeof(CalendarWindow), "calendar")]
[JsonDerivedType(typeof(CurrentPeriodWindow), "current")]
[JsonDerivedType(typeof(AbsoluteWindow), "absolute")]
[JsonDerivedType(typeof(UnlimitedWindow), "all")]
public abstract record TimeWindow
{
    private protected TimeWindow()
    {
    }

    /// <summary>Gets the window without limits.</summary>
    public static TimeWindow All { get; } = new UnlimitedWindow();

    /// <summary>Makes the window of the time just before the instant of the evaluation, that instant included.</summary>
    /// <param name="amount">How many units; positive.</param>
    /// <param name="unit">The unit.</param>
    public static TimeWindow InLast(int amount, WindowUnit unit) => new RollingWindow { Last = amount, Unit = unit };

    /// <summary>Makes the window of the time just after the instant of the evaluation, that instant left out.</summary>
    /// <param name="amount">How many units; positive.</param>
    /// <param name="unit">The unit.</param>
    public static TimeWindow InNext(int amount, WindowUnit unit) => new RollingAheadWindow { Next = amount, Unit = unit };

    /// <summary>Makes the window of some local dates, both ends included.</summary>
    /// <param name="fromDaysAgo">The first date: 0 is the date of the evaluation, 1 the one before, -1 the one after.</param>
    /// <param name="toDaysAgo">The last date; not above <paramref name="fromDaysAgo"/>.</param>
    public static TimeWindow Days(int fromDaysAgo, int toDaysAgo) => new CalendarWindow { FromDaysAgo = fromDaysAgo, ToDaysAgo = toDaysAgo };

    /// <summary>Makes the window of the whole local day, week, month or year in which the evaluation lies.</summary>
    /// <param name="unit">The unit.</param>
    public static TimeWindow Current(WindowUnit unit) => new CurrentPeriodWindow { Unit = unit };

    /// <summary>Makes the window between two instants.</summary>
    /// <param name="from">The first instant.</param>
    /// <param name="to">The first instant after the window.</param>
    public static TimeWindow Between(DateTimeOffset from, DateTimeOffset to) => new AbsoluteWindow { From = from, To = to };

    /// <summary>Gets the ticks of the window.</summary>
    /// <param name="context">The instant and the zone of the evaluation.</param>
    internal abstract TickRange At(EvaluationContext context);

    /// <summary>Gets when an instant enters the window and leaves it, as the evaluation moves on in the same zone.</summary>
    /// <param name="ticks">The instant, in UTC ticks.</param>
    /// <param name="context">Gives the zone; its instant is not looked at.</param>
    internal virtual WindowTurns TurnsOf(long ticks, EvaluationContext context) => WindowTurns.Never;

    /// <summary>Says whether an instant that has left the window may be inside again later: clocks that go back do that to months and years.</summary>
    internal virtual bool MayComeBack(EvaluationContext context) => false;
}
