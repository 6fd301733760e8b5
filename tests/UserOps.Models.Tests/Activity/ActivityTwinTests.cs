using UserOps.Models.Activity;
using UserOps.Models.Tests.Segments;

namespace UserOps.Models.Tests.Activity;

/// <summary>The models against a second, naive reading of the contract, over random logs around changes of the clock.</summary>
public class ActivityTwinTests
{
    private const int CasesPerPlace = 40;

    private static readonly CalendarUnit[] Units = [CalendarUnit.Hour, CalendarUnit.Day, CalendarUnit.Week, CalendarUnit.Month];

    public static TheoryData<int> Places => [.. Enumerable.Range(0, ActivityWorld.Places.Length)];

    [Theory]
    [MemberData(nameof(Places))]
    public void ActiveUsers_RandomLog_AreThoseOfTheTwin(int place)
    {
        foreach (ActivityCase asked in Cases(place))
        {
            var definition = new ActiveUsersDefinition { Activity = asked.Activity, From = asked.From, To = asked.To, Units = [asked.Unit, .. Units.Except([asked.Unit]).Where(unit => unit > CalendarUnit.Hour)], RollingDays = [asked.Window] };
            if (definition.Units.Any(asked.IsEmpty))
            {
                AssertRangeEmpty(() => new ActiveUsersModel(definition).Evaluate(asked.World.Data, asked.Context));
                continue;
            }

            ActiveUsersResult result = new ActiveUsersModel(definition).Evaluate(asked.World.Data, asked.Context);
            foreach (CalendarUnit unit in definition.Units)
            {
                ActiveUsersSeries series = result.Summary.By(unit);
                HashSet<string>[] expected = [.. Enumerable.Range(asked.First(unit), asked.Count(unit)).Select(period => asked.Twin.Active(unit, period))];
                Assert.Equal(expected.Select(users => (long)users.Count), series.Periods.Select(period => period.Active));
                AssertUsers(expected[^1], result.Users.Active(unit, expected.Length - 1));
                Assert.All(series.Periods, period => Assert.Equal(period.Period.End.UtcTicks - 1 <= asked.Context.AsOf.UtcTicks, period.Period.IsComplete));
            }

            HashSet<string>[] windows =
                [.. Enumerable.Range(asked.First(CalendarUnit.Day), asked.Count(CalendarUnit.Day)).Select(day => asked.Twin.Active(CalendarUnit.Day, day - asked.Window + 1, day))];
            Assert.Equal(windows.Select(users => (long)users.Count), result.Summary.InLast(asked.Window).Periods.Select(period => period.Active));
            AssertUsers(windows[0], result.Users.ActiveInLast(asked.Window, 0));
        }
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void Decomposition_RandomLog_IsThatOfTheTwin(int place)
    {
        foreach (ActivityCase asked in Cases(place))
        {
            CheckDecomposition(asked, asked.Decomposition(), asked.World.Data, createdAt: null);
            UserOpsDataset created = asked.DataWithCreation();
            CheckDecomposition(asked, asked.Decomposition(ActivityCase.InstantsOfCreation), created, user => asked.Created[user]);
            CheckDecomposition(asked, asked.Decomposition(ActivityCase.DatesOfCreation), created, asked.StartOfCreation);
        }
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void Decomposition_ByFirstActivity_AddsUpToTheActiveOfBothPeriods(int place)
    {
        foreach (ActivityCase asked in Cases(place).Where(asked => !asked.IsEmpty(asked.Unit)))
        {
            ActivityDecompositionResult result = new ActivityDecompositionModel(asked.Decomposition()).Evaluate(asked.World.Data, asked.Context);
            for (int i = 0; i < result.Summary.Periods.Length; i++)
            {
                ActivityDecompositionPeriod period = result.Summary.Periods[i];
                Assert.Equal(result.Users.Active(i).Count, period.Active);
                if (i > 0)
                {
                    Assert.Equal(result.Summary.Periods[i - 1].Active, period.Returning + period.WentDormant);
                    Assert.Equal(period.Active - result.Summary.Periods[i - 1].Active, period.NetChange);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void Stickiness_RandomLog_IsThatOfTheTwin(int place)
    {
        foreach (ActivityCase asked in Cases(place))
        {
            var definition = new StickinessDefinition
            {
                Activity = asked.Activity,
                Interval = asked.Unit,
                From = asked.From,
                To = asked.To,
                IntervalCount = asked.Window,
                Criteria = new() { Operator = (StickinessOperator)(asked.Window % 3), Value = asked.Activity.MinimumEvents + (asked.Window % 2) },
            };
            if (asked.IsEmpty(asked.Unit))
            {
                AssertRangeEmpty(() => new StickinessModel(definition).Evaluate(asked.World.Data, asked.Context));
                continue;
            }

            StickinessResult result = new StickinessModel(definition).Evaluate(asked.World.Data, asked.Context);
            long[] expected = asked.Twin.Stickiness(definition);
            Assert.Equal(expected, result.Summary.Distribution);
            Assert.Equal(expected.Select((_, i) => expected.Skip(i).Sum()), result.Summary.AtLeast);
            for (int blocks = 1; blocks <= expected.Length; blocks++)
            {
                Assert.Equal(expected[blocks - 1], result.Users.Exactly(blocks).Count);
                Assert.Equal(result.Summary.AtLeast[blocks - 1], result.Users.AtLeast(blocks).Count);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void StickinessRatio_RandomLog_IsThatOfTheTwin(int place)
    {
        foreach (ActivityCase asked in Cases(place).Where(asked => !asked.IsEmpty(CalendarUnit.Day)))
        {
            var kind = (StickinessBase)(asked.Window % 4);
            StickinessRatioSummary summary = new StickinessRatioModel(new() { Activity = asked.Activity, From = asked.From, To = asked.To, Base = kind })
                .Evaluate(asked.World.Data, asked.Context);
            (int Active, int Base)[] expected = [.. Enumerable.Range(asked.First(CalendarUnit.Day), asked.Count(CalendarUnit.Day)).Select(day => (
                asked.Twin.Active(CalendarUnit.Day, day).Count,
                BaseOf(asked, kind, DateOnly.FromDayNumber(day)).Count))];
            Assert.Equal(expected.Select(day => ((long)day.Active, (long)day.Base)), summary.Days.Select(day => (day.Active, day.BaseActive)));
            double[] shares = [.. summary.Days.Where(day => day.Day is { IsComplete: true } && day.Day.End > day.Day.Start && day.BaseActive > 0).Select(day => (double)day.Active / day.BaseActive)];
            Assert.Equal(shares.Length == 0 ? null : shares.Average(), summary.Mean.Value);
        }
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void Lness_RandomLog_IsThatOfTheTwin(int place)
    {
        foreach (ActivityCase asked in Cases(place))
        {
            UserOpsDataset data = asked.World.Data;
            UserSet population = UserSet.Of(data.Directory, Enumerable.Range(0, data.Directory.Count).Where(user => user % 3 != 0).Select(user => data.Directory[user]));
            var model = new LnessModel(new() { Activity = asked.Activity, Days = asked.Window });
            Dictionary<string, int> days = Enumerable.Range(0, data.Directory.Count).Select(user => data.Directory[user].ToString())
                .ToDictionary(user => user, user => asked.Twin.ActiveDays(user, asked.Window));

            LnessResult ofActive = model.Evaluate(data, asked.Context);
            LnessResult ofPopulation = model.Evaluate(data, asked.Context, population);
            for (int bucket = 0; bucket <= asked.Window; bucket++)
            {
                string[] expected = [.. days.Where(user => user.Value == bucket).Select(user => user.Key)];
                AssertUsers(bucket == 0 ? [] : expected, ofActive.Users.With(bucket));
                AssertUsers(expected.Where(user => population.Contains((UserId)user)), ofPopulation.Users.With(bucket));
                Assert.Equal(ofActive.Users.With(bucket).Count, ofActive.Summary.Users[bucket]);
                Assert.Equal(ofPopulation.Users.With(bucket).Count, ofPopulation.Summary.Users[bucket]);
            }

            Assert.Equal(population.Count, ofPopulation.Summary.Users.Sum());
            Assert.Equal(ofPopulation.Summary.PowerUsers.Numerator, ofPopulation.Users.PowerUsers.Count);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(8)]
    public void EveryModel_AnyNumberOfThreads_GivesTheSame(int threads)
    {
        var run = new RunOptions { MaxDegreeOfParallelism = threads };
        foreach (ActivityCase asked in Enumerable.Range(0, ActivityWorld.Places.Length).SelectMany(place => Cases(place, 6)).Where(IsWhole))
        {
            Assert.Equal(Summaries(asked, asked.World.Data, null), Summaries(asked, asked.World.Data, run));
        }
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void Merge_ShardsOfUsers_EqualsTheWhole(int place)
    {
        foreach (ActivityCase asked in Cases(place).Where(IsWhole))
        {
            object[] whole = Summaries(asked, asked.World.Data, null);
            object[][] shards = [.. Enumerable.Range(0, 3).Select(shard => Summaries(asked, asked.Shard(shard, 3), null))];
            Assert.Equal(whole[0], shards.Select(shard => (ActiveUsersSummary)shard[0]).Aggregate(ActiveUsersSummary.Merge));
            Assert.Equal(whole[1], shards.Select(shard => (ActivityDecompositionSummary)shard[1]).Aggregate(ActivityDecompositionSummary.Merge));
            Assert.Equal(whole[2], shards.Select(shard => (StickinessSummary)shard[2]).Aggregate(StickinessSummary.Merge));
            Assert.Equal(whole[3], shards.Select(shard => (StickinessRatioSummary)shard[3]).Aggregate(StickinessRatioSummary.Merge));
            Assert.Equal(whole[4], shards.Select(shard => (LnessSummary)shard[4]).Aggregate(LnessSummary.Merge));
            Assert.Equal(whole[5], shards.Select(shard => (ActivityRateSummary)shard[5]).Aggregate(ActivityRateSummary.Merge));
        }
    }

    [Fact]
    public void Cases_Random_HoldEveryClass()
    {
        ActivityDecompositionPeriod[] periods =
        [
            .. Enumerable.Range(0, ActivityWorld.Places.Length).SelectMany(place => Cases(place)).Where(asked => !asked.IsEmpty(asked.Unit))
                .SelectMany(asked => new ActivityDecompositionModel(asked.Decomposition()).Evaluate(asked.World.Data, asked.Context).Summary.Periods),
        ];
        long[] sums = [periods.Sum(one => one.New), periods.Sum(one => one.Returning), periods.Sum(one => one.Resurrected), periods.Sum(one => one.WentDormant)];
        Assert.True(sums.Min() > 300, string.Join(' ', sums)); // else the comparison above compares zeros
    }

    private static IEnumerable<ActivityCase> Cases(int place, int count = CasesPerPlace) => Enumerable.Range(0, count).Select(seed => new ActivityCase(place, seed));

    private static bool IsWhole(ActivityCase asked) => !Units.Any(asked.IsEmpty);

    private static object[] Summaries(ActivityCase asked, UserOpsDataset data, RunOptions? run) =>
    [
        new ActiveUsersModel(new() { Activity = asked.Activity, From = asked.From, To = asked.To, Units = [.. Units], RollingDays = [asked.Window] }).Evaluate(data, asked.Context, run).Summary,
        new ActivityDecompositionModel(asked.Decomposition()).Evaluate(data, asked.Context, run).Summary,
        new StickinessModel(new() { Activity = asked.Activity, Interval = asked.Unit, From = asked.From, To = asked.To }).Evaluate(data, asked.Context, run).Summary,
        new StickinessRatioModel(new() { Activity = asked.Activity, From = asked.From, To = asked.To }).Evaluate(data, asked.Context, run),
        new LnessModel(new() { Activity = asked.Activity, Days = asked.Window }).Evaluate(data, asked.Context, run: run).Summary,
        new ActivityRateModel(new() { Activity = asked.Activity }).Evaluate(data, asked.Context, run).Summary,
    ];

    private static void CheckDecomposition(
        ActivityCase asked, ActivityDecompositionDefinition definition, UserOpsDataset data, Func<string, DateTimeOffset?>? createdAt)
    {
        if (asked.IsEmpty(asked.Unit))
        {
            AssertRangeEmpty(() => new ActivityDecompositionModel(definition).Evaluate(data, asked.Context));
            return;
        }

        ActivityDecompositionResult result = new ActivityDecompositionModel(definition).Evaluate(data, asked.Context);
        string[] users = [.. Enumerable.Range(0, data.Directory.Count).Select(user => data.Directory[user].ToString())];
        int first = asked.First(asked.Unit);
        ActivityClass[][] expected = [.. users.Select(user => Enumerable.Range(first, asked.Count(asked.Unit)).Select(period => asked.Twin.ClassOf(user, asked.Unit, period, createdAt)).ToArray())];
        for (int i = 0; i < asked.Count(asked.Unit); i++)
        {
            ActivityDecompositionPeriod period = result.Summary.Periods[i];
            (long, long, long, long) counts = (Of(ActivityClass.New), Of(ActivityClass.Returning), Of(ActivityClass.Resurrected), Of(ActivityClass.WentDormant));
            Assert.Equal(counts, (period.New, period.Returning, period.Resurrected, period.WentDormant));
            long Of(ActivityClass kind) => expected.Count(user => user[i] == kind);
        }

        int last = expected.Length == 0 ? 0 : expected[0].Length - 1;
        foreach (ActivityClass kind in expected.Length == 0 ? [] : Enum.GetValues<ActivityClass>())
        {
            AssertUsers(users.Where((_, user) => expected[user][last] == kind), result.Users.Of(kind, last));
        }

        for (int user = 0; user < users.Length; user += 7)
        {
            Assert.Equal(expected[user], result.Users.Explain(users[user]).Periods.Select(period => period.Class));
        }
    }

    private static HashSet<string> BaseOf(ActivityCase asked, StickinessBase kind, DateOnly day) => kind switch
    {
        StickinessBase.CalendarMonth => asked.Twin.Active(CalendarUnit.Month, asked.Twin.Clock.PeriodOf(CalendarUnit.Month, day)),
        StickinessBase.CalendarWeek => asked.Twin.Active(CalendarUnit.Week, asked.Twin.Clock.PeriodOf(CalendarUnit.Week, day)),
        StickinessBase.Last30Days => asked.Twin.Active(CalendarUnit.Day, day.DayNumber - 29, day.DayNumber),
        _ => asked.Twin.Active(CalendarUnit.Day, day.DayNumber - 6, day.DayNumber),
    };

    private static void AssertUsers(IEnumerable<string> expected, UserSet actual)
        => Assert.Equal(expected.Order(StringComparer.Ordinal), actual.Ids().Select(id => id.ToString()).Order(StringComparer.Ordinal));

    private static void AssertRangeEmpty(Action evaluate)
        => Assert.Equal("rangeEmpty", Assert.Single(Assert.Throws<InvalidDefinitionException>(evaluate).Issues).Code);
}
