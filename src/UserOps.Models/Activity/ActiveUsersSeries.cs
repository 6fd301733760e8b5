using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace UserOps.Models.Activity;

/// <summary>Active users period by period, for one calendar unit or one rolling window.</summary>
public sealed record ActiveUsersSeries
{
    /// <summary>Gets the unit of calendar periods; null for a rolling window.</summary>
    public CalendarUnit? Unit { get; init; }

    /// <summary>Gets the length of a rolling window in days; null for calendar periods.</summary>
    public int? RollingDays { get; init; }

    /// <summary>Gets the periods without a hole, first one first; of a rolling window, one that ends with each day of the range.</summary>
    public required ImmutableArray<ActiveUsersPeriod> Periods { get; init; }

    /// <summary>Gets the mean of the periods that are over; without a number while none is. A date the zone skipped is left out, and so is a rolling window that ends on one.</summary>
    [JsonIgnore]
    public Measure<double> Mean
    {
        get
        {
            ImmutableArray<ActiveUsersPeriod> measured = [.. Periods.Where((_, place) => IsMeasured(place))];
            return measured.IsEmpty ? UndefinedReason.NotYetObservable : (double)measured.Sum(one => one.Active) / measured.Length;
        }
    }

    /// <inheritdoc/>
    public bool Equals(ActiveUsersSeries? other) => other is not null
        && Unit == other.Unit
        && RollingDays == other.RollingDays
        && ListEquality.Equal(Periods, other.Periods);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Unit, RollingDays, ListEquality.Hash(Periods));

    internal static ActiveUsersSeries Of(PeriodTable table, EvaluationContext context, long[] counts) => new()
    {
        Unit = table.Unit,
        Periods = [.. ActivityTables.Describe(table, context).Zip(counts, (period, active) => new ActiveUsersPeriod(period, active))],
    };

    internal static ActiveUsersSeries Of(int window, PeriodTable days, EvaluationContext context, long[] counts)
    {
        ReportingCalendar calendar = ReportingCalendar.Of(context);
        return new()
        {
            RollingDays = window,
            Periods = [.. ActivityTables.Describe(days, context).Zip(counts, (day, active) => new ActiveUsersPeriod(EndingWith(day, window, calendar), active))],
        };
    }

    internal static ActiveUsersSeries Merge(ActiveUsersSeries a, ActiveUsersSeries b)
        => a with { Periods = [.. a.Periods.Zip(b.Periods, (left, right) => left with { Active = left.Active + right.Active })] };

    // A window that ends on a date the zone skipped is the one before, less a day at its front: it ends where that one does. The first
    // period of a question is never such a date.
    private bool IsMeasured(int place)
        => Periods[place].Period.IsMeasured && (place == 0 || Periods[place].Period.End > Periods[place - 1].Period.End);

    private static ActivityPeriod EndingWith(ActivityPeriod day, int window, ReportingCalendar calendar)
    {
        var first = DateOnly.FromDayNumber(Math.Max(day.FirstDay.DayNumber - window + 1, 0));
        return day with { FirstDay = first, Start = calendar.StartOf(first) };
    }
}
