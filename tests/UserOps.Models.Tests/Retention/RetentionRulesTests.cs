using UserOps.Models.Retention;

namespace UserOps.Models.Tests.Retention;

public class RetentionRulesTests
{
    private static readonly RetentionDefinition Good = new() { Start = "register", Return = "login", FirstCohort = new DateOnly(2026, 3, 1), Cohorts = 7, Periods = 8 };

    public static TheoryData<string, RetentionDefinition, string, string, string> Faults => new()
    {
        { "no start", Good with { Start = null! }, "missingMember", "/start", "There is no event filter here; EventFilter.Any takes every event." },
        { "empty name", Good with { Return = "" }, "emptyName", "/return/names/0", "An event has a name." },
        { "unit", Good with { Unit = (CalendarUnit)7 }, "unknownValue", "/unit", "7 is no CalendarUnit." },
        { "no first cohort", Good with { FirstCohort = default }, "missingMember", "/firstCohort", "The first cohort is missing: a local date, or an instant." },
        { "no cohorts", Good with { Cohorts = 0 }, "countNotPositive", "/cohorts", "The number of cohorts is 0; it is at least 1." },
        { "many cohorts", Good with { Cohorts = 10_001 }, "countTooLarge", "/cohorts", "The number of cohorts is 10001; it is at most 10000." },
        { "no periods", Good with { Periods = 0 }, "countNotPositive", "/periods", "The number of periods is 0; it is at least 1." },
        { "periods missing", Good with { Periods = null }, "missingMember", "/periods", "The number of periods is missing; only brackets do without it." },
        { "negative periods", Good with { Periods = -3 }, "countNotPositive", "/periods", "The number of periods is -3; it is at least 1." },
        { "large table", Good with { Cohorts = 1001, Periods = 1000 }, "tableTooLarge", "/cohorts", "The table has 1001000 cells; 1000000 are possible." },
        { "cohort type", Good with { CohortType = (RetentionCohortType)3 }, "unknownValue", "/cohortType", "3 is no RetentionCohortType." },
        { "alignment", Good with { Alignment = (RetentionAlignment)(-1) }, "unknownValue", "/alignment", "-1 is no RetentionAlignment." },
        { "truncation of the calendar", Good with { Truncation = RetentionTruncation.Day }, "truncateWithoutRolling", "/truncation", "Only rolling periods are counted from instants that can be cut; calendar periods are whole already." },
        { "dates in hours", Good with { Unit = CalendarUnit.Hour, Alignment = RetentionAlignment.Rolling, Truncation = RetentionTruncation.Day }, "truncateCoarserThanInterval", "/truncation", "Instants cut to dates cannot be counted in hours." },
        { "rule", Good with { Rule = (RetentionRule)5 }, "unknownValue", "/rule", "5 is no RetentionRule." },
        { "default brackets", Good with { Brackets = default }, "missingMember", "/brackets", "The list of brackets was never set; an empty list has none." },
        { "no brackets", Good with { Rule = RetentionRule.Bracket }, "bracketsMissing", "/brackets", "Retention in brackets needs a bracket." },
        { "brackets of no rule", Good with { Brackets = [new(1, 2)] }, "bracketsWithoutKind", "/brackets", "There are brackets, but the rule does not ask for them: set it to Bracket." },
        { "negative bracket", Good with { Rule = RetentionRule.Bracket, Brackets = [new(0, 0), new(-1, 2)] }, "bracketInvalid", "/brackets/1", "The bracket runs from period -1 to 2; it starts at 0 or later and does not end before." },
        { "bracket the wrong way", Good with { Rule = RetentionRule.Bracket, Brackets = [new(3, 2)] }, "bracketInvalid", "/brackets/0", "The bracket runs from period 3 to 2; it starts at 0 or later and does not end before." },
        { "far bracket", Good with { Rule = RetentionRule.Bracket, Brackets = [new(3, 10_000)] }, "countTooLarge", "/brackets/0/to", "The bracket ends with period 10000; the last one possible is 9999." },
        { "many brackets", Good with { Rule = RetentionRule.Bracket, Brackets = [.. Enumerable.Repeat(new RetentionBracket(1, 1), 10_001)] }, "countTooLarge", "/brackets", "The number of brackets is 10001; it is at most 10000." },
        { "large table of brackets", Good with { Cohorts = 101, Rule = RetentionRule.Bracket, Brackets = [.. Enumerable.Repeat(new RetentionBracket(1, 1), 10_000)] }, "tableTooLarge", "/cohorts", "The table has 1010000 cells; 1000000 are possible." },
        { "period zero", Good with { PeriodZero = (RetentionPeriodZero)2 }, "unknownValue", "/periodZero", "2 is no RetentionPeriodZero." },
        { "occurrences", Good with { MinimumOccurrences = 0 }, "countNotPositive", "/minimumOccurrences", "The number of return events is 0; it is at least 1." },
        { "time of day", Good with { Breakdown = Field.LocalTime }, "notAProperty", "/breakdown", "'@localTime' is no column; a breakdown needs a property of the events." },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Model_DefinitionThatCannotBe_IsRefused(string what, RetentionDefinition definition, string code, string path, string message)
    {
        var refusal = Assert.Throws<InvalidDefinitionException>(() => new RetentionModel(definition));
        Assert.True(refusal.Issues is [var issue] && issue == new DefinitionIssue(code, path, message), $"{what}: {string.Join('\n', refusal.Issues)}");
    }

    [Fact]
    public void Model_SeveralFaults_ListsAllOfThem()
    {
        var refusal = Assert.Throws<InvalidDefinitionException>(() => new RetentionModel(
            Good with { Cohorts = 0, Periods = 0, MinimumOccurrences = 0, Unit = CalendarUnit.Hour, Truncation = RetentionTruncation.Day, Brackets = [new(2, 1)] }));
        Assert.Equal(
            ["countNotPositive", "countNotPositive", "truncateWithoutRolling", "truncateCoarserThanInterval", "bracketsWithoutKind", "bracketInvalid", "countNotPositive"],
            refusal.Issues.Select(issue => issue.Code));
    }

    [Fact]
    public void Model_GoodDefinition_IsTaken() => Assert.Equal(Good, new RetentionModel(Good).Definition);

    [Fact]
    public void Evaluate_CohortsBeyondTheCalendar_AreRefused()
    {
        var model = new RetentionModel(Good with { FirstCohort = new DateOnly(9999, 12, 30) });
        var refusal = Assert.Throws<InvalidDefinitionException>(() => model.GridIn(new() { AsOf = DateTimeOffset.MaxValue, Zone = TimeZoneInfo.Utc }));
        Assert.Equal(new DefinitionIssue("beyondCalendar", "/cohorts", "The calendar ends after 2 of the 7 cohorts."), Assert.Single(refusal.Issues));
    }

    [Fact]
    public void IsObservable_PeriodsBeyondTheCalendar_AreNeverOver()
    {
        RetentionGrid grid = new RetentionModel(Good with { FirstCohort = new DateOnly(9999, 12, 30), Cohorts = 2 }).GridIn(new() { AsOf = DateTimeOffset.MaxValue, Zone = TimeZoneInfo.Utc });
        Assert.Equal([true, true, false], [grid.IsObservable(0, 0), grid.IsObservable(0, 1), grid.IsObservable(0, 2)]);
        Assert.Equal([true, false], [grid.IsObservable(1, 0), grid.IsObservable(1, 1)]);
    }

    [Fact]
    public void Evaluate_ColumnsThatAreNotThere_AreAllNamed()
    {
        var data = UserOpsDataset.FromEvents(new[] { 1 }, map => map.User(_ => "u").At(_ => DateTimeOffset.UnixEpoch).Name(_ => "login"));
        CategoryField channel = Field.Category("channel");
        var model = new RetentionModel(Good with { Start = EventFilter.Any.And(channel.Is("a")), Return = EventFilter.Any.And(channel.Is("b")), Breakdown = channel });
        var refusal = Assert.Throws<InvalidDefinitionException>(() => model.Evaluate(data, new() { AsOf = DateTimeOffset.UnixEpoch, Zone = TimeZoneInfo.Utc }));
        Assert.Equal(["/start/where/field", "/return/where/field", "/breakdown"], refusal.Issues.Select(issue => issue.Path));
    }
}
