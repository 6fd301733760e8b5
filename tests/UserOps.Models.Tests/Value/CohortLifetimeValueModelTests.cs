using System.Collections.Immutable;
using UserOps.Models.Value;

namespace UserOps.Models.Tests.Value;

public class CohortLifetimeValueModelTests
{
    private const int Worlds = 300;

    private static CohortLifetimeValueDefinition Definition(int seed) => new()
    {
        Acquisition = seed % 3 == 0 ? EventFilter.Any : EventFilter.Named("register", "open"),
        Revenue = RevenueTwin.Definition(seed),
        Unit = CalendarUnit.Day,
        FirstCohort = new DateOnly(2026, 3, 1),
        Cohorts = 1 + seed % 6,
        Periods = 1 + seed % 7,
        Breakdown = seed % 2 == 0 ? RevenueWorld.Channel : null,
    };

    [Fact]
    public void Evaluate_RandomLogs_GivesWhatTheTwinGives()
    {
        (int cells, int open) = (0, 0);
        for (int seed = 0; seed < Worlds; seed++)
        {
            var world = new RevenueWorld(seed);
            CohortLifetimeValueSummary summary = new CohortLifetimeValueModel(Definition(seed)).Evaluate(world.Data(), world.Context).Summary;
            Compare(world, summary, world.Users, summary.Cohorts);
            foreach (CohortLifetimeValueRow row in summary.Breakdown)
            {
                Compare(world, summary, [.. world.Users.Where(user => user.Channel == row.Value)], row.Cohorts);
            }

            var twin = new RevenueTwin(summary.Definition.Revenue);
            RevenueRow[] seen = [.. world.Users.SelectMany(world.SeenOf)];
            Assert.Equal(seen.Count(twin.Counts), summary.RevenueEvents + summary.EventsInOpenPeriods + summary.EventsOutside);
            Assert.Equal(seen.Count(twin.IsMissing), summary.EventsWithoutAmount);
            cells += summary.Cohorts.Sum(cohort => cohort.Margin.Count(margin => margin is not null and not 0));
            open += summary.Cohorts.Sum(cohort => cohort.Margin.Count(margin => margin is null));
        }

        Assert.True(cells > 200 && open > 500, $"{cells} cells with money, {open} that are not over");
    }

    [Fact]
    public void Merge_Shards_EqualTheWholeAndAnyNumberOfThreads()
    {
        for (int seed = 0; seed < 60; seed++)
        {
            var world = new RevenueWorld(seed);
            var model = new CohortLifetimeValueModel(Definition(seed));
            CohortLifetimeValueSummary whole = model.Evaluate(world.Data(), world.Context, new() { MaxDegreeOfParallelism = 1 }).Summary;
            CohortLifetimeValueSummary merged = Enumerable.Range(0, 3)
                .Select(shard => model.Evaluate(world.Shard(i => i % 3 == shard).Data(), world.Context, new() { MaxDegreeOfParallelism = 3 }).Summary)
                .Aggregate(CohortLifetimeValueSummary.Merge);
            Assert.Equal(whole with { UnknownEvents = [] }, merged with { UnknownEvents = [] });
            Assert.Equal(UserOpsJson.Serialize(whole with { UnknownEvents = [] }), UserOpsJson.Serialize(merged with { UnknownEvents = [] }));
            Assert.Equal(whole, UserOpsJson.Deserialize<CohortLifetimeValueSummary>(UserOpsJson.Serialize(whole)));
        }
    }

    [Fact]
    public void Users_OfACohort_AreItsMembersAndExplainThemselves()
    {
        for (int seed = 0; seed < 40; seed++)
        {
            var world = new RevenueWorld(seed);
            UserOpsDataset data = world.Data();
            CohortLifetimeValueResult result = new CohortLifetimeValueModel(Definition(seed)).Evaluate(data, world.Context);
            for (int cohort = 0; cohort < result.Summary.Cohorts.Length; cohort++)
            {
                LifetimeValueExplanation[] members = [.. result.Users.Members(cohort).Ids().Select(result.Users.Explain)];
                Assert.Equal(result.Summary.Cohorts[cohort].Size, members.Length);
                Assert.All(members, member => Assert.Equal(cohort, member.Cohort));
                for (int age = 0; age < result.Definition.Periods && members.Length > 0; age++)
                {
                    Assert.Equal(result.Summary.Cohorts[cohort].Margin[age], members.Any(member => member.Margin[age] is null) ? null : members.Sum(member => member.Margin[age]!.Value));
                }
            }

            Assert.Throws<ArgumentOutOfRangeException>(() => result.Users.Members(-1));
            Assert.Throws<KeyNotFoundException>(() => result.Users.Explain("nobody"));
        }
    }

    [Fact]
    public void Evaluate_BreakdownOfTooManyCells_IsRefused()
    {
        UserOpsDataset data = new UserOpsDatasetBuilder().AddUsers([("ann", "c1"), ("bob", "c2")], map => map.User(user => user.Item1).With(RevenueWorld.Channel, user => user.Item2))
            .AddEvents(new RevenueWorld(1).Rows, map => map.User(row => row.User).At(row => row.At).Name(row => row.Name).With(RevenueWorld.Amount, row => row.Amount))
            .Build();
        var model = new CohortLifetimeValueModel(Definition(4) with { Cohorts = 1_000, Periods = 1_000 });
        Assert.Equal(
            "The breakdown has 2 values; with 1000000 cells each they are more than the 2000000 cells that are possible.",
            Assert.Throws<InvalidOperationException>(() => model.Evaluate(data, new RevenueWorld(1).Context)).Message);
    }

    [Fact]
    public void MeanCurve_OfCohortsOfDifferentAge_RestsOnThoseThatAreOver()
    {
        CohortLifetimeValueSummary summary = Table([10, 5, 2.5m], [20, 10, null], [30, null, null]);
        Assert.Equal([new(0, 3, 30, 60), new(1, 2, 20, 45), new(2, 1, 10, 17.5m)], summary.MeanCurve.ToArray());
        Assert.Equal([2, 2.25m, 1.75m], summary.MeanCurve.Select(mean => mean.PerUser.Value));
        Assert.Equal(UndefinedReason.NotYetObservable, summary.Cohorts[2].ValuePerUser(1).Undefined);
        Assert.Throws<ArgumentException>(() => summary.MeanCurveOf([summary.Cohorts[0] with { Margin = [1] }]));
    }

    [Theory] // discount -> the rest of a geometric series with ratio one half after 10, 5, 2.5 of ten users
    [InlineData(0.0, 0.25)]
    [InlineData(0.25, 0.16 * 0.4 / 0.6)] // 0.25 discounted twice, times q / (1 - q) with q = 0.5 / 1.25
    public void Extrapolate_GeometricMargins_AddsTheRestOfTheSeries(double discount, double rest)
    {
        LifetimeValueExtrapolation answer = Table([10, 5, 2.5m]).Extrapolate(LifetimeValueTail.Geometric, 2, discount);
        Assert.Equal(0.5, answer.MarginRetention!.Value, 1e-12);
        Assert.Equal(rest, answer.Beyond.Value!.Value, 1e-12);
        Assert.Equal(1 + 0.5 / (1 + discount) + 0.25 / (1 + discount) / (1 + discount) + rest, answer.Total.Value!.Value, 1e-12);
    }

    [Fact]
    public void Extrapolate_ShiftedBetaGeometricMargins_FindsTheCurveTheyFollow()
    {
        var truth = new ShiftedBetaGeometricModel(1.5, 3);
        decimal?[] margins = [.. Enumerable.Range(0, 8).Select(t => (decimal?)(decimal)(10_000 * truth.SurvivalAt(t)))];
        LifetimeValueExtrapolation answer = Table(margins).Extrapolate(LifetimeValueTail.ShiftedBetaGeometric, 7);
        Assert.Equal(1.5, answer.Curve!.Alpha, 1e-6);
        LifetimeValueExtrapolation again = Table(margins).Extrapolate(LifetimeValueTail.ShiftedBetaGeometric, 7);
        Assert.Equal(answer, again); // a record whose curve is compared by what it says
        Assert.Equal(answer, UserOpsJson.Deserialize<LifetimeValueExtrapolation>(UserOpsJson.Serialize(answer)));
        Assert.Equal(1_000 * truth.DiscountedExpectedLifetime(0), answer.Total.Value!.Value, 1e-2); // 10,000 of ten users at age 0
    }

    [Theory]
    [InlineData(LifetimeValueTail.Geometric, "10 12", UndefinedReason.NoSolution)] // margins rise
    [InlineData(LifetimeValueTail.Geometric, "10 -2", UndefinedReason.NoSolution)]
    [InlineData(LifetimeValueTail.Geometric, "0 2", UndefinedReason.NoSolution)]
    [InlineData(LifetimeValueTail.Geometric, "10", UndefinedReason.TooFew)]
    [InlineData(LifetimeValueTail.ShiftedBetaGeometric, "10 5", UndefinedReason.TooFew)]
    [InlineData(LifetimeValueTail.ShiftedBetaGeometric, "10 5 6", UndefinedReason.NoSolution)]
    [InlineData(LifetimeValueTail.ShiftedBetaGeometric, "1000 700 600 550 520", UndefinedReason.NoSolution)] // alpha below 1: without a discount the sum has no bound
    public void Extrapolate_WhatCannotBeContinued_SaysWhy(LifetimeValueTail tail, string margins, UndefinedReason reason)
    {
        decimal?[] ages = [.. margins.Split(' ').Select(margin => (decimal?)decimal.Parse(margin, System.Globalization.CultureInfo.InvariantCulture))];
        LifetimeValueExtrapolation answer = Table(ages).Extrapolate(tail, ages.Length - 1);
        Assert.Equal(reason, answer.Beyond.Undefined);
        Assert.Equal(reason, answer.Total.Undefined);
        Assert.Equal((double)ages.Sum()!.Value / 10, answer.Observed.Value!.Value, 1e-9); // of ten users, undiscounted
    }

    [Fact]
    public void Extrapolate_ThroughAnAgeNobodyReached_IsNotYetObservable()
        => Assert.Equal(UndefinedReason.NotYetObservable, Table([10, null]).Extrapolate(LifetimeValueTail.Geometric, 1).Total.Undefined);

    [Fact] // a discount above the growth would make a finite sum of margins that never fell
    public void Extrapolate_GrowingMarginsUnderADiscount_AreNoTail()
    {
        LifetimeValueExtrapolation answer = Table([10, 12]).Extrapolate(LifetimeValueTail.Geometric, 1, 0.5);
        Assert.Equal((UndefinedReason.NoSolution, null), (answer.Beyond.Undefined, answer.MarginRetention));
        Assert.Equal(20, Table([10, 10]).Extrapolate(LifetimeValueTail.Geometric, 1, 0.1).Beyond.Value!.Value * 1.1 * 2, 1e-9); // as a perpetuity: 1 / 0.1 at age 1
    }

    [Fact]
    public void MeanCurve_ThroughJson_IsTheSame()
    {
        LifetimeValueMean mean = Table([10, 5]).MeanCurve[1];
        Assert.Equal(mean, UserOpsJson.Deserialize<LifetimeValueMean>(UserOpsJson.Serialize(mean)));
    }

    private static CohortLifetimeValueSummary Table(params decimal?[][] cohorts) => new()
    {
        Definition = Definition(1) with { Cohorts = cohorts.Length, Periods = cohorts[0].Length },
        Context = new RevenueWorld(0).Context,
        Cohorts = [.. cohorts.Select((margins, i) => new LifetimeValueCohort { Start = default, FirstDay = new DateOnly(2026, 3, 1).AddDays(i), Size = 10, Margin = [.. margins] })],
        Breakdown = [],
        RevenueEvents = 0,
        EventsInOpenPeriods = 0,
        EventsOutside = 0,
        EventsWithoutAmount = 0,
        EventsAfterAsOf = 0,
        UnknownEvents = [],
    };

    private static void Compare(RevenueWorld world, CohortLifetimeValueSummary summary, IReadOnlyList<RevenueUser> users, ImmutableArray<LifetimeValueCohort> cohorts)
    {
        var twin = new RevenueTwin(summary.Definition.Revenue);
        EventFilter acquisition = summary.Definition.Acquisition;
        for (int cohort = 0; cohort < cohorts.Length; cohort++)
        {
            DateOnly day = new DateOnly(2026, 3, 1).AddDays(cohort);
            var members = users
                .Select(user => (User: user, Won: world.SeenOf(user).FirstOrDefault(row => acquisition.Names.IsEmpty || acquisition.Names.Contains(row.Name))))
                .Where(member => member.Won is not null && Day(member.Won) == day)
                .ToArray();
            Assert.Equal(members.Length, cohorts[cohort].Size);
            for (int age = 0; age < cohorts[cohort].Margin.Length; age++)
            {
                RevenueRow[] rows = [.. members.SelectMany(member => world.SeenOf(member.User).Where(row => row.At >= member.Won!.At && Day(row) == day.AddDays(age)))];
                bool isOver = new DateTimeOffset(day.AddDays(age + 1), default, TimeSpan.FromHours(8)).AddTicks(-1) <= world.AsOf;
                Assert.Equal(isOver ? twin.Margin(rows) : null, cohorts[cohort].Margin[age]);
            }
        }
    }

    private static DateOnly Day(RevenueRow row) => DateOnly.FromDateTime(row.At.ToOffset(TimeSpan.FromHours(8)).DateTime);
}
