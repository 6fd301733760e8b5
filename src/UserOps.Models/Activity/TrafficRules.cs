using System.Collections.Immutable;
using System.Globalization;

namespace UserOps.Models.Activity;

/// <summary>What must hold for a traffic definition, whatever the data; each rule has one stable code.</summary>
internal static class TrafficRules
{
    internal static ImmutableArray<DefinitionIssue> Check(TrafficDefinition definition)
    {
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        SessionRules.Check(definition.Visits, "/visits", issues);
        if (!Enum.IsDefined(definition.Period))
        {
            issues.Add(new("unknownValue", "/period", $"{definition.Period:D} is no {nameof(CalendarUnit)}."));
        }

        CheckRange(definition, issues);
        if (definition.Source == Field.LocalTime)
        {
            issues.Add(new("notAProperty", "/source", "'@localTime' is no column; a source is a property of the view."));
        }

        return issues.DrainToImmutable();
    }

    private static void CheckRange(TrafficDefinition definition, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (definition.To < definition.From)
        {
            issues.Add(new("rangeEmpty", "/to", $"The last date is {definition.To:O}, which is before the first, {definition.From:O}."));
            return;
        }

        long dates = definition.To.DayNumber - definition.From.DayNumber + 1;
        long periods = definition.Period switch
        {
            CalendarUnit.Hour => dates * 24,
            CalendarUnit.Week => dates / 7,
            CalendarUnit.Month => dates / 28,
            _ => dates,
        };
        if (periods > VisitDefaults.MaximumPeriods)
        {
            issues.Add(new(
                "rangeTooLong",
                "/to",
                string.Create(CultureInfo.InvariantCulture, $"The dates have about {periods} periods; at most {VisitDefaults.MaximumPeriods} are allowed.")));
        }
    }
}
