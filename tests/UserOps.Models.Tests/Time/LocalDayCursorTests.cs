namespace UserOps.Models.Tests.Time;

public class LocalDayCursorTests
{
    [Theory]
    [InlineData("Asia/Shanghai", true)]
    [InlineData("America/Los_Angeles", true)]
    [InlineData("America/Los_Angeles", false)]
    [InlineData("Pacific/Apia", true)]
    [InlineData("Pacific/Apia", false)]
    [InlineData("America/Havana", false)]
    [InlineData("America/St_Johns", true)]
    [InlineData("America/St_Johns", false)]
    public void DayNumberOf_ManyUsers_AreThoseOfTheCalendar(string zone, bool ascending)
    {
        var calendar = new ReportingCalendar(NamedZones.Find(zone));
        var random = new Xoshiro256(31);
        long from = new DateTime(2009, 10, 1).Ticks;
        foreach (int count in (int[])[.. Enumerable.Range(0, 40), 1_000, 30_000])
        {
            long[] instants = [.. Enumerable.Range(0, count).Select(_ => from + (long)(random.NextDouble() * 900 * TimeSpan.TicksPerDay))];
            if (ascending)
            {
                instants.Sort(); // one user; unsorted stands for the end of one user and the start of the next
            }

            int[] numbers = new int[count];
            Date(calendar, instants, numbers);
            Assert.Equal(instants.Select(calendar.DayNumberOf), numbers);
            int[] together = new int[count];
            new LocalDayCursor(calendar).DayNumbersOf(instants, together);
            Assert.Equal(numbers, together);
        }
    }

    [Theory] // one tick too early or too late is another date
    [InlineData("UTC")]
    [InlineData("America/Los_Angeles")]
    [InlineData("Asia/Kathmandu")]
    public void DayNumbersOf_OneTickAroundMidnight_IsExact(string zone)
    {
        var calendar = new ReportingCalendar(NamedZones.Find(zone));
        for (int day = 1; day < DateOnly.MaxValue.DayNumber; day += 997)
        {
            long midnight = calendar.DayStartTicks(day);
            long[] instants = [.. Enumerable.Range(-16, 33).Select(tick => midnight + tick)];
            int[] numbers = new int[instants.Length];
            new LocalDayCursor(calendar).DayNumbersOf(instants, numbers);
            Assert.Equal(instants.Select(calendar.DayNumberOf), numbers);
        }
    }

    [Fact] // the clock goes from 00:01 of 1 November back to 23:01 of 31 October, a day that is over
    public void DayNumberOf_MinutesAfterTheClockWentBackOverMidnight_StaysInTheDayThatHasBegun()
    {
        var calendar = new ReportingCalendar(NamedZones.Find("America/St_Johns"));
        var cursor = new LocalDayCursor(calendar);
        int november = new DateOnly(2009, 11, 1).DayNumber;
        long firstMidnight = calendar.DayStartTicks(november);
        for (int minute = -90; minute < 25 * 60 + 90; minute++)
        {
            int expected = minute < 0 ? november - 1 : minute < 25 * 60 ? november : november + 1;
            Assert.Equal(expected, cursor.DayNumberOf(firstMidnight + minute * TimeSpan.TicksPerMinute));
        }
    }

    [Theory]
    [InlineData("UTC")]
    [InlineData("America/Los_Angeles")]
    [InlineData("Pacific/Kiritimati")]
    public void DayNumberOf_AtTheEndsOfTime_IsTheFirstOrTheLastDay(string zone)
    {
        var calendar = new ReportingCalendar(NamedZones.Find(zone));
        var cursor = new LocalDayCursor(calendar);
        for (int quarter = 0; quarter < 4 * 72; quarter++)
        {
            long early = quarter * 15 * TimeSpan.TicksPerMinute;
            long late = OffsetTimeline.EndOfTime - 1 - early;
            Assert.Equal(calendar.DayNumberOf(early), cursor.DayNumberOf(early));
            Assert.Equal(calendar.DayNumberOf(late), cursor.DayNumberOf(late));
        }

        Assert.Equal(0, cursor.DayNumberOf(0));
        Assert.Equal(DateOnly.MaxValue.DayNumber, cursor.DayNumberOf(calendar.DayStartTicks(DateOnly.MaxValue.DayNumber)));
    }

    [Fact]
    public void DayNumberOf_ManyEvents_AllocatesNothing()
    {
        var calendar = new ReportingCalendar(NamedZones.Find("America/Los_Angeles"));
        long from = new DateTime(2026, 1, 1).Ticks;
        long[] instants = [.. Enumerable.Range(0, 10_000).Select(i => from + i * TimeSpan.TicksPerHour)];
        int[] numbers = new int[instants.Length];
        long[] times = new long[instants.Length];
        var cursor = new LocalTimeCursor(calendar.Zone);
        Read();

        long before = GC.GetAllocatedBytesForCurrentThread();
        Read();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Read()
        {
            Date(calendar, instants, numbers);
            LocalClock.TimesOfDay(calendar.Timeline, instants, times);
            for (int i = 0; i < instants.Length; i++)
            {
                times[i] = cursor.ToUtcTicks(new DateTime(instants[i]));
            }
        }
    }

    private static void Date(ReportingCalendar calendar, long[] instants, int[] numbers)
    {
        var cursor = new LocalDayCursor(calendar);
        for (int i = 0; i < instants.Length; i++)
        {
            numbers[i] = cursor.DayNumberOf(instants[i]);
        }
    }
}
