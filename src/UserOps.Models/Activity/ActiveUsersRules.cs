using System.Collections.Immutable;

namespace UserOps.Models.Activity;

/// <summary>What must hold for a question about active users, whatever the data.</summary>
internal static class ActiveUsersRules
{
    internal static ImmutableArray<DefinitionIssue> Check(ActiveUsersDefinition definition)
    {
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        ActivityRules.CheckActivity(definition.Activity, issues);
        CheckUnits(definition.Units, issues);
        CheckRolling(definition.RollingDays, issues);
        ActivityRules.CheckRange(Finest(definition), definition.From, definition.To, issues);
        if (definition is { Units: { IsDefault: false, IsEmpty: true }, RollingDays: { IsDefault: false, IsEmpty: true } })
        {
            issues.Add(new("nothingAsked", "/units", "Neither calendar periods nor rolling windows are asked for."));
        }

        return issues.DrainToImmutable();
    }

    // The range has to hold a period of each unit, so the finest one decides.
    private static CalendarUnit Finest(ActiveUsersDefinition definition)
    {
        IEnumerable<CalendarUnit> units = definition.Units.IsDefault ? [] : definition.Units.Where(Enum.IsDefined);
        return (definition.RollingDays.IsDefaultOrEmpty ? units : units.Append(CalendarUnit.Day)).DefaultIfEmpty(CalendarUnit.Day).Min();
    }

    private static void CheckUnits(ImmutableArray<CalendarUnit> units, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (units.IsDefault)
        {
            issues.Add(new("missingMember", "/units", "The list of units was never set; an empty list asks for rolling windows alone."));
            return;
        }

        for (int i = 0; i < units.Length; i++)
        {
            ActivityRules.CheckNamed(units[i], $"/units/{i}", issues);
            if (units.IndexOf(units[i]) < i)
            {
                issues.Add(new("duplicateUnit", $"/units/{i}", $"{units[i]} is listed twice."));
            }
        }
    }

    private static void CheckRolling(ImmutableArray<int> days, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (days.IsDefault)
        {
            issues.Add(new("missingMember", "/rollingDays", "The list of windows was never set; an empty list asks for none."));
            return;
        }

        for (int i = 0; i < days.Length; i++)
        {
            ActivityRules.CheckWindowDays(days[i], $"/rollingDays/{i}", issues);
            if (days.IndexOf(days[i]) < i)
            {
                issues.Add(new("duplicateWindow", $"/rollingDays/{i}", FormattableString.Invariant($"A window of {days[i]} days is listed twice.")));
            }
        }
    }
}
