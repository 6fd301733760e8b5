namespace UserOps.Models.Tests.Segments;

/// <summary>A card node as the definition words it: the days are gone through one by one.</summary>
internal static class TwinCard
{
    /// <summary>How far the twin looks for the next date.</summary>
    internal const int Horizon = 3_000;

    internal static CardCycleNodeExplanation Explain(CardCycleNodeRule rule, object? value, DateOnly today)
    {
        bool isKnown = value is null ? rule.MissingIsNever : rule.Timing != CardCycleTiming.Monthly || DayOf(value) is not null;
        DateOnly[] dates = value is null || !isKnown ? [] : [.. Days(today, -rule.DaysAfter, Horizon).Where(day => IsDate(rule.Timing, value, day))];
        DateOnly[] held = [.. dates.Where(date => Days(date, -rule.DaysBefore, rule.DaysAfter).Contains(today))];
        Assert.True(held.Length <= 1, "a node does not hold for two dates");
        DateOnly[] coming = [.. dates.Where(date => date.AddDays(-rule.DaysBefore) > today)];
        return new()
        {
            Node = rule.Node,
            Holds = isKnown ? held.Length > 0 : null,
            Date = held.Length > 0 ? held[0] : null,
            Since = held.Length > 0 ? held[0].AddDays(-rule.DaysBefore) : null,
            Until = held.Length > 0 ? held[0].AddDays(rule.DaysAfter) : null,
            NextDate = coming.Length > 0 ? coming[0] : null,
            DaysToNext = coming.Length > 0 ? coming[0].DayNumber - rule.DaysBefore - today.DayNumber : null,
        };
    }

    private static IEnumerable<DateOnly> Days(DateOnly around, int from, int to) => Enumerable.Range(from, to - from + 1).Select(around.AddDays);

    private static bool IsDate(CardCycleTiming timing, object value, DateOnly day) => timing switch
    {
        CardCycleTiming.Once => day == (DateOnly)value,
        CardCycleTiming.Monthly => day.Day == Math.Min(DayOf(value)!.Value, DateTime.DaysInMonth(day.Year, day.Month)),
        _ => (DateOnly)value is var date && day >= date && day.Month == date.Month && day.Day == Math.Min(date.Day, DateTime.DaysInMonth(day.Year, day.Month)),
    };

    private static int? DayOf(object value) => value switch
    {
        decimal day when day is >= 1 and <= 31 && day % 1 == 0 => (int)day,
        double day when day is >= 1 and <= 31 && day % 1 == 0 => (int)day,
        _ => null,
    };
}
