using System.Collections.Immutable;

namespace UserOps.Models.Value;

/// <summary>Lists the periods a definition names by the first one and their number.</summary>
internal static class RevenueTables
{
    internal static PeriodTable Of(
        EvaluationContext context, CalendarUnit unit, DateOrInstant first, int count, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        ReportingCalendar calendar = ReportingCalendar.Of(context);
        var table = new PeriodTable(calendar, first.PeriodIn(calendar, unit), count);
        if (table.Count < count)
        {
            issues.Add(new("beyondCalendar", path, RevenueRules.Text($"The calendar ends after {table.Count} of the {count} periods.")));
        }

        return table;
    }
}
