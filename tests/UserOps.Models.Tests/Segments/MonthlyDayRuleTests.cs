using System.Globalization;

namespace UserOps.Models.Tests.Segments;

public class MonthlyDayRuleTests
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.CreateCustomTimeZone("+08:00", TimeSpan.FromHours(8), "+08:00", "+08:00");

    [Theory] // the day, the local date of the evaluation, from and to days
    [InlineData(15, "2026-03-15", 0, 0, true)]
    [InlineData(15, "2026-03-14", 0, 0, false)]
    [InlineData(15, "2026-03-14", 0, 1, true)]
    [InlineData(15, "2026-03-16", -1, -1, true)]
    [InlineData(1, "2025-12-31", 0, 1, true)] // over the new year
    [InlineData(31, "2026-01-02", -2, 0, true)]
    [InlineData(31, "2026-04-30", 0, 0, true)] // April has no 31st
    [InlineData(31, "2026-03-30", 0, 0, false)] // March has one
    [InlineData(30, "2026-03-30", 0, 0, true)]
    [InlineData(30, "2026-03-31", 0, 0, false)]
    [InlineData(29, "2026-02-28", 0, 0, true)]
    [InlineData(29, "2024-02-28", 0, 0, false)]
    [InlineData(29, "2024-02-29", 0, 0, true)]
    [InlineData(30, "2024-02-29", 0, 0, true)]
    [InlineData(28, "2024-02-29", 0, 0, false)]
    [InlineData(29, "2026-03-01", -1, 0, true)] // yesterday stood for it
    [InlineData(17, "2026-03-31", 0, 30, true)] // every day comes around in 31
    [InlineData(17, "2026-03-31", 0, 15, false)]
    [InlineData(17, "2026-03-31", int.MinValue, int.MaxValue, true)]
    [InlineData(31, "9999-12-31", 0, 0, true)] // the last date there is
    [InlineData(31, "9999-12-31", 1, 400, false)]
    [InlineData(1, "0001-01-02", -1, -1, true)]
    [InlineData(31, "0001-01-02", -40, -1, false)]
    public void Evaluate_DaysOfTheMonth_FallOnTheirDate(int day, string today, int from, int to, bool expected)
    {
        Assert.Equal(expected, Answer(Field.Quantity("day", 0), (decimal)day, today, from, to));
        Assert.Equal(expected, Answer(Field.Quantity("day", 3), (decimal)day, today, from, to));
        Assert.Equal(expected, Answer(Field.Number("day"), (double)day, today, from, to));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("32")]
    [InlineData("-1")]
    [InlineData("15.5")]
    [InlineData(null)]
    public void Evaluate_NoDayOfAMonth_IsUnknown(string? day)
    {
        decimal? value = day is null ? null : decimal.Parse(day, CultureInfo.InvariantCulture);
        Assert.Null(Answer(Field.Quantity("day", 1), value, "2026-03-15", -40, 40));
        Assert.Null(Answer(Field.Number("day"), (double?)value, "2026-03-15", -40, 40));
    }

    [Theory] // today is the date in the zone
    [InlineData("2026-03-15T15:59:59Z", true)]
    [InlineData("2026-03-15T16:00:00Z", false)]
    [InlineData("2026-03-14T16:00:00Z", true)]
    public void Evaluate_Today_IsThatOfTheZone(string asOf, bool expected)
    {
        UserOpsDataset data = RowTable.Of(Field.Quantity("day", 0), 15m).ToUsers();
        Audience audience = new SegmentModel(Rule.MonthlyDay(Field.Quantity("day", 0), 0, 0))
            .Evaluate(data, new() { AsOf = DateTimeOffset.Parse(asOf, CultureInfo.InvariantCulture), Zone = Zone });
        Assert.Equal(expected, audience.Members.Count == 1);
    }

    [Fact]
    public void Model_FaultyRules_AreRefused()
    {
        var rule = Rule.MonthlyDay(Field.Quantity("day"), 2, 1);
        Assert.Equal("emptyRange : Nothing lies from 2 to 1 days.", Text(Assert.Throws<InvalidDefinitionException>(() => new SegmentModel(rule))));
        var ofEvents = Rule.Event("pay").Where(rule with { ToDays = 3 }).AtLeast(1);
        Assert.Equal("unknownOperator /where/op: Of an event only its own properties are asked.", Text(Assert.Throws<InvalidDefinitionException>(() => new SegmentModel(ofEvents))));
        var ofText = new SegmentModel(new MonthlyDay { Field = "city", FromDays = 0, ToDays = 1 });
        Assert.Equal(
            "typeMismatch /field: The operator is not for 'city', which is of kind Category.",
            Text(Assert.Throws<InvalidDefinitionException>(() => ofText.Evaluate(RowTable.Of(Field.Category("city"), "x").ToUsers(), EvaluationContext.AtEndOf(new(2026, 1, 1), Zone)))));
    }

    private static bool? Answer(Field field, object? day, string today, int from, int to)
    {
        UserOpsDataset data = RowTable.Of(field, [day]).ToUsers();
        var asOf = new DateTimeOffset(DateTime.Parse(today, CultureInfo.InvariantCulture).AddHours(12), Zone.BaseUtcOffset);
        Audience audience = new SegmentModel(new MonthlyDay { Field = "day", FromDays = from, ToDays = to }).Evaluate(data, new() { AsOf = asOf, Zone = Zone });
        return audience.Uncertain.Count == 1 ? null : audience.Members.Count == 1;
    }

    private static string Text(InvalidDefinitionException exception)
        => string.Join('|', exception.Issues.Select(issue => $"{issue.Code} {issue.Path}: {issue.Message}"));
}
