namespace UserOps.Models.Tests.Segments;

/// <summary>Anniversaries: the local dates are gone through one by one.</summary>
internal static class TwinAnniversary
{
    internal static bool Holds(Anniversary rule, DateOnly date, EvaluationContext context)
    {
        DateOnly today = DateOnly.FromDateTime(TwinLocalTime.Of(context.AsOf, context.Zone));
        for (int k = rule.FromDays; k <= rule.ToDays; k++)
        {
            DateOnly day = today.AddDays(k);
            if (day >= date && day == InYear(date, day.Year, rule.LeapDayRule))
            {
                return true;
            }
        }

        return false;
    }

    private static DateOnly InYear(DateOnly date, int year, LeapDayRule leapDay) => date is { Month: 2, Day: 29 } && !DateTime.IsLeapYear(year)
        ? leapDay == LeapDayRule.March1 ? new(year, 3, 1) : new(year, 2, 28)
        : new(year, date.Month, date.Day);
}
