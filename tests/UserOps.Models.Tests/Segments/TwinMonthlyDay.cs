namespace UserOps.Models.Tests.Segments;

/// <summary>Days of the month: the local dates are gone through one by one.</summary>
internal static class TwinMonthlyDay
{
    internal static bool? Holds(MonthlyDay rule, object? value, EvaluationContext context)
    {
        decimal? day = value switch { decimal exact => exact, double measured => (decimal)measured, _ => null };
        if (day is not (>= 1 and <= 31) || day != decimal.Truncate(day.Value))
        {
            return null;
        }

        DateOnly today = DateOnly.FromDateTime(TwinLocalTime.Of(context.AsOf, context.Zone));
        return Enumerable.Range(rule.FromDays, rule.ToDays - rule.FromDays + 1)
            .Select(today.AddDays)
            .Any(date => date.Day == Math.Min((int)day, DateTime.DaysInMonth(date.Year, date.Month)));
    }
}
