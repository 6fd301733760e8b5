namespace UserOps.Models.Tests.Time;

public class CalendarPeriodTests
{
    private static readonly CalendarPeriod Day = new ReportingCalendar(NamedZones.EightEast).PeriodOf(CalendarUnit.Day, new DateOnly(2026, 3, 31));

    [Theory] // ticks from the end of the day
    [InlineData(-2, false)]
    [InlineData(-1, true)] // the last tick of the day is seen, so all of it is
    [InlineData(0, true)]
    public void IsCompleteAt_AnInstant_AsksForTheLastTick(int ticks, bool expected)
        => Assert.Equal(expected, Day.IsCompleteAt(Day.End.AddTicks(ticks)));

    [Fact]
    public void IsCompleteAt_TheEndOfTheDay_IsTrue()
        => Assert.True(Day.IsCompleteAt(EvaluationContext.AtEndOf(new DateOnly(2026, 3, 31), NamedZones.EightEast).AsOf));

    [Fact]
    public void ToString_NamesUnitAndEnds()
        => Assert.Equal("Day [2026-03-31T00:00:00.0000000+08:00, 2026-04-01T00:00:00.0000000+08:00)", Day.ToString());
}
