using UserOps.Models.Retention;

namespace UserOps.Models.Tests.Retention;

/// <summary>The ways through the users, one against the other, on a log that is large enough for several tiles, ranges and words.</summary>
public class RetentionPlanTests
{
    private static readonly DateTimeOffset First = new(2026, 2, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly UserOpsDataset Data = MakeLog(events: 20_000, users: 1_700);

    public static TheoryData<int, int, string, string, RetentionCohortType, int> Tables => new()
    {
        { 30, 30, "*", "*", RetentionCohortType.Recurring, 1 },   // one word, one filter
        { 30, 30, "a", "b", RetentionCohortType.Recurring, 1 },
        { 32, 33, "a", "*", RetentionCohortType.FirstTime, 1 },   // all 64 bits
        { 33, 33, "a", "b", RetentionCohortType.Recurring, 1 },   // 65 periods
        { 9, 400, "a", "b", RetentionCohortType.FirstTime, 1 },    // tiles of a few words
        { 64, 64, "b", "b", RetentionCohortType.Recurring, 2 },
        { 90, 70, "a", "b", RetentionCohortType.FirstTime, 1 },
        { 1, 1, "a", "b", RetentionCohortType.Recurring, 1 },
    };

    [Theory]
    [MemberData(nameof(Tables))]
    public void Count_BitmapsDaysAndInstants_GiveTheSame(int cohorts, int periods, string start, string returning, RetentionCohortType type, int minimum)
    {
        EvaluationContext context = EvaluationContext.AtEndOf(new(2026, 4, 20), TimeZoneInfo.FindSystemTimeZoneById("America/New_York"));
        foreach (RetentionDefinition definition in
            from unit in new[] { CalendarUnit.Day, CalendarUnit.Week, CalendarUnit.Month }
            from zero in new[] { RetentionPeriodZero.CohortSize, RetentionPeriodZero.Returned }
            from rule in new[] { RetentionRule.On, RetentionRule.OnOrAfter, RetentionRule.Bracket }
            select new RetentionDefinition
            {
                Start = Filter(start),
                Return = Filter(returning),
                Unit = unit,
                FirstCohort = new DateOnly(2026, 2, 10),
                Cohorts = cohorts,
                Periods = rule == RetentionRule.Bracket ? null : periods,
                Rule = rule,
                Brackets = rule == RetentionRule.Bracket ? [new(0, 0), new(1, periods), new(0, 2), new(periods, periods), new(2, periods)] : [],
                CohortType = type,
                MinimumOccurrences = minimum,
                PeriodZero = zero,
            })
        {
            var grid = new RetentionGrid(definition, context);
            var byDays = new RetentionTally(cohorts, grid.Columns);
            var byInstants = new RetentionTally(cohorts, grid.Columns);
            var everyone = new UserRange(0, Data.Directory.Count);
            new DayPlan(grid, Data, run: null, CancellationToken.None).Walk(everyone, byDays);
            new InstantPlan(grid, Data, breakdown: null, run: null, CancellationToken.None).Walk(everyone, byInstants);
            Assert.Equal(byInstants.All.Sizes, byDays.All.Sizes);
            Assert.Equal(byInstants.All.Cells, byDays.All.Cells);
            Assert.Contains(byDays.All.Cells, count => count > 0);
            if (minimum == 1)
            {
                RetentionTally byBitmaps = new RetentionBitmapPass(grid, Bitmaps(definition.Start, context), Bitmaps(definition.Return, context)).Count(null, CancellationToken.None);
                Assert.Equal(byInstants.All.Sizes, byBitmaps.All.Sizes);
                Assert.Equal(byInstants.All.Cells, byBitmaps.All.Cells);
            }
        }
    }

    [Fact]
    public void Walk_AllUsers_AllocatesWhatOneUserDoes()
    {
        var definition = new RetentionDefinition { Start = "a", Return = "b", FirstCohort = new DateOnly(2026, 2, 10), Cohorts = 30, Periods = 30 };
        var plan = new DayPlan(new(definition, EvaluationContext.AtEndOf(new(2026, 5, 20), TimeZoneInfo.Utc)), Data, run: null, CancellationToken.None);
        var tally = new RetentionTally(30, 30);
        Allocated(1);
        Assert.Equal(Allocated(1), Allocated(Data.Directory.Count));

        long Allocated(int users)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            plan.Walk(new UserRange(0, users), tally);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Theory]
    [InlineData(RetentionAlignment.Calendar, RetentionTruncation.None)]
    [InlineData(RetentionAlignment.Rolling, RetentionTruncation.None)]
    [InlineData(RetentionAlignment.Rolling, RetentionTruncation.Hour)]
    [InlineData(RetentionAlignment.Rolling, RetentionTruncation.Day)]
    public void FillCells_AnyOption_AllocatesNothing(RetentionAlignment alignment, RetentionTruncation truncation)
    {
        var definition = new RetentionDefinition
        {
            Start = "a",
            Return = "b",
            FirstCohort = new DateOnly(2026, 2, 10),
            Cohorts = 30,
            Alignment = alignment,
            Truncation = truncation,
            Rule = RetentionRule.Bracket,
            Brackets = [new(0, 0), new(1, 7)],
        };
        RetentionGrid grid = new RetentionModel(definition).GridIn(EvaluationContext.AtEndOf(new(2026, 5, 20), TimeZoneInfo.FindSystemTimeZoneById("America/New_York")));
        long[] ticks = [.. Enumerable.Range(0, 300).Select(i => First.AddHours(9 * i).UtcTicks)];
        var cells = new RetentionCell[60];
        grid.FillCells(ticks, ticks, cells); // reads the zone's changes once
        long before = GC.GetAllocatedBytesForCurrentThread();
        grid.FillCells(ticks, ticks, cells);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.Contains(RetentionCell.Returned, cells);
    }

    [Fact]
    public void FillCells_BadArguments_AreRefused()
    {
        var definition = new RetentionDefinition { Start = "a", Return = "b", FirstCohort = new DateOnly(2026, 2, 10), Cohorts = 2, Periods = 2 };
        EvaluationContext context = EvaluationContext.AtEndOf(new(2026, 5, 20), TimeZoneInfo.Utc);
        RetentionGrid grid = new RetentionModel(definition).GridIn(context);
        Assert.StartsWith("There are 3 cells; the table has 2 x 2.", Assert.Throws<ArgumentException>(() => grid.FillCells([], [], new RetentionCell[3])).Message, StringComparison.Ordinal);
        Assert.Equal(1, Assert.Throws<EventsNotSortedException>(() => grid.FillCells([2, 1], [], new RetentionCell[4])).Index);
        Assert.Throws<ArgumentOutOfRangeException>(() => grid.FillCells([-1], [], new RetentionCell[4]));
        RetentionGrid broken = new RetentionModel(definition with { Breakdown = Field.Category("channel") }).GridIn(context);
        Assert.Equal("The breakdown by 'channel' needs columns; ask the span door without it.", Assert.Throws<ArgumentException>(() => broken.FillCells([], [], new RetentionCell[4])).Message);
    }

    [Fact]
    public void RollingRow_HeavyUser_IsNoSquare()
    {
        long[] ticks = [.. Enumerable.Range(0, 200_000).Select(i => First.AddSeconds(i).UtcTicks)];
        var row = new ulong[1];
        RetentionKernels.RollingRow(new ExactClock(), ticks, ticks, TimeSpan.TicksPerHour, minimum: 3_000, width: 40, row);
        Assert.Equal(ulong.MaxValue >> 24, row[0]);
        RetentionKernels.RollingRow(new ExactClock(), ticks, ticks, TimeSpan.TicksPerHour, minimum: 3_601, width: 40, row); // no hour holds so many
        Assert.Equal(0UL, row[0]);
    }

    private static DayBitmaps Bitmaps(EventFilter filter, EvaluationContext context) => DayBitmaps.Of(Data, filter, context, "", null, CancellationToken.None)!;

    private static EventFilter Filter(string name) => name == "*" ? EventFilter.Any : name;

    private static UserOpsDataset MakeLog(int events, int users)
    {
        var random = new Xoshiro256(5);
        (int User, string Name, int Minute)[] rows = [.. Enumerable.Range(0, events).Select(_ => (random.NextInt32(users), random.NextInt32(3) == 0 ? "a" : "b", random.NextInt32(100 * 1440)))];
        return UserOpsDataset.FromEvents(rows, map => map.User(row => row.User).Name(row => row.Name).At(row => First.AddMinutes(row.Minute)));
    }
}
