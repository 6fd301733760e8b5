using System.Collections.Immutable;
using System.Globalization;

namespace UserOps.Models.Retention;

/// <summary>What must hold for any retention table, whatever the data: one rule, one stable code.</summary>
internal static class RetentionRules
{
    /// <summary>Finds every fault of a definition, in the order of its members.</summary>
    internal static ImmutableArray<DefinitionIssue> Check(RetentionDefinition definition)
    {
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        EventFilterRules.Check(definition.Start, "/start", issues);
        EventFilterRules.Check(definition.Return, "/return", issues);
        CheckNamed(definition.Unit, "/unit", issues);
        CheckFirstCohort(definition, issues);
        CheckCount(definition.Cohorts, "/cohorts", "cohorts", issues);
        CheckPeriods(definition, issues);
        CheckNamed(definition.CohortType, "/cohortType", issues);
        CheckNamed(definition.Alignment, "/alignment", issues);
        CheckTruncation(definition, issues);
        CheckNamed(definition.Rule, "/rule", issues);
        CheckBrackets(definition, issues);
        CheckSize(definition, issues);
        CheckNamed(definition.PeriodZero, "/periodZero", issues);
        if (definition.MinimumOccurrences < 1)
        {
            issues.Add(new("countNotPositive", "/minimumOccurrences", Text($"The number of return events is {definition.MinimumOccurrences}; it is at least 1.")));
        }

        if (definition.Breakdown == Field.LocalTime)
        {
            issues.Add(new("notAProperty", "/breakdown", "'@localTime' is no column; a breakdown needs a property of the events."));
        }

        return issues.ToImmutable();
    }

    private static void CheckFirstCohort(RetentionDefinition definition, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        // No cohort begins with the calendar: a value that was never set is read as that date.
        if (definition.FirstCohort == default)
        {
            issues.Add(new("missingMember", "/firstCohort", "The first cohort is missing: a local date, or an instant."));
        }
    }

    private static void CheckPeriods(RetentionDefinition definition, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (definition.Periods is { } periods)
        {
            CheckCount(periods, "/periods", "periods", issues);
        }
        else if (definition.Rule != RetentionRule.Bracket)
        {
            issues.Add(new("missingMember", "/periods", "The number of periods is missing; only brackets do without it."));
        }
    }

    private static void CheckTruncation(RetentionDefinition definition, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        CheckNamed(definition.Truncation, "/truncation", issues);
        if (definition.Truncation == RetentionTruncation.None)
        {
            return;
        }

        if (definition.Alignment == RetentionAlignment.Calendar)
        {
            issues.Add(new("truncateWithoutRolling", "/truncation", "Only rolling periods are counted from instants that can be cut; calendar periods are whole already."));
        }

        if (definition.Truncation == RetentionTruncation.Day && definition.Unit == CalendarUnit.Hour)
        {
            issues.Add(new("truncateCoarserThanInterval", "/truncation", "Instants cut to dates cannot be counted in hours."));
        }
    }

    private static void CheckBrackets(RetentionDefinition definition, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (definition.Brackets.IsDefault)
        {
            issues.Add(new("missingMember", "/brackets", "The list of brackets was never set; an empty list has none."));
            return;
        }

        bool isAsked = definition.Rule == RetentionRule.Bracket;
        if (isAsked != !definition.Brackets.IsEmpty)
        {
            issues.Add(isAsked
                ? new("bracketsMissing", "/brackets", "Retention in brackets needs a bracket.")
                : new("bracketsWithoutKind", "/brackets", "There are brackets, but the rule does not ask for them: set it to Bracket."));
        }

        if (definition.Brackets.Length > RetentionDefaults.MaximumPeriods)
        {
            issues.Add(new("countTooLarge", "/brackets", Text($"The number of brackets is {definition.Brackets.Length}; it is at most {RetentionDefaults.MaximumPeriods}.")));
            return;
        }

        for (int i = 0; i < definition.Brackets.Length; i++)
        {
            CheckBracket(definition.Brackets[i], Text($"/brackets/{i}"), issues);
        }
    }

    private static void CheckBracket(RetentionBracket bracket, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (bracket.From < 0 || bracket.From > bracket.To)
        {
            issues.Add(new("bracketInvalid", path, Text($"The bracket runs from period {bracket.From} to {bracket.To}; it starts at 0 or later and does not end before.")));
        }

        if (bracket.To >= RetentionDefaults.MaximumPeriods)
        {
            issues.Add(new("countTooLarge", path + "/to", Text($"The bracket ends with period {bracket.To}; the last one possible is {RetentionDefaults.MaximumPeriods - 1}.")));
        }
    }

    private static void CheckSize(RetentionDefinition definition, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        long columns = definition.Rule == RetentionRule.Bracket && !definition.Brackets.IsDefault ? definition.Brackets.Length : definition.Periods ?? 0;
        long cells = definition.Cohorts * columns;
        if (definition.Cohorts <= RetentionDefaults.MaximumPeriods && columns <= RetentionDefaults.MaximumPeriods && cells > RetentionDefaults.MaximumCells)
        {
            issues.Add(new("tableTooLarge", "/cohorts", Text($"The table has {cells} cells; {RetentionDefaults.MaximumCells} are possible.")));
        }
    }

    private static void CheckCount(int count, string path, string what, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (count < 1)
        {
            issues.Add(new("countNotPositive", path, Text($"The number of {what} is {count}; it is at least 1.")));
        }

        if (count > RetentionDefaults.MaximumPeriods)
        {
            issues.Add(new("countTooLarge", path, Text($"The number of {what} is {count}; it is at most {RetentionDefaults.MaximumPeriods}.")));
        }
    }

    private static void CheckNamed<T>(T value, string path, ImmutableArray<DefinitionIssue>.Builder issues)
        where T : struct, Enum
    {
        if (!Enum.IsDefined(value))
        {
            issues.Add(new("unknownValue", path, Text($"{value:D} is no {typeof(T).Name}.")));
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
