using UserOps.Models.GrowthModels;
using UserOps.Models.Lifecycle;
using UserOps.Samples;

namespace UserOps.Models.Tests.GrowthModels;

/// <summary>The growth models on the sample bank: every metric the shipped catalogs name is a number there.</summary>
public class SampleBankGrowthTests
{
    private static readonly SampleBank Bank = SampleBank.Create(new() { Users = 2_000 });

    private static readonly GrowthStagesDefinition Definition = new()
    {
        Stages = new()
        {
            Acquisition = "register",
            Activation = "bind_card",
            Retention = "login",
            Revenue = EventFilter.Named("pay", "buy_fund").And(Field.Amount("amount", "CNY").AtLeast(1m)),
            Referral = EventFilter.Named("invite", "share"),
        },
        CohortFrom = Bank.Options.FirstDay,
        CohortTo = Bank.Options.FirstDay.AddDays(60),
        RetentionFromDay = 1,
        RetentionToDay = 7,
        Window = TimeSpan.FromDays(30),
        Breakdown = Field.Category("channel"),
    };

    private static readonly EvaluationContext Context =
        EvaluationContext.AtEndOf(Bank.Options.FirstDay.AddDays(Bank.Options.Days - 1), TimeZoneInfo.FindSystemTimeZoneById(SampleBank.ZoneId));

    private static readonly (AarrrResult Aarrr, RarraResult Rarra) Result = GrowthComparison.Evaluate(
        Definition,
        UserOpsDataset.FromEvents(Bank.Events, map => map
            .User(row => row.UserId).EventId(row => row.Id).At(row => row.At).Name(row => row.Name)
            .With(Field.Category("channel"), row => row.Channel).With(Field.Amount("amount", "CNY"), row => row.Amount)),
        Context);

    [Fact]
    public void Catalogs_Shipped_NameMetricsThatAreNumbers()
    {
        IEnumerable<string> named = GrowthPlaybook.Finance.Plays.Select(play => play.MetricId)
            .Concat(NorthStarCatalog.Default.Rules.Select(rule => rule.MetricId)).OfType<string>()
            .Except(LifecycleMetrics.Ids); // those compare two instants: SampleBankLifecycleTests
        Assert.All(named, id => Assert.InRange(GrowthMetrics.Of(id, Result.Aarrr.Summary.Cohort).Value!.Value, 0.001, 0.999));
    }

    [Fact]
    public void Evaluate_SampleBank_IsCompleteNestsAndAddsUp()
    {
        AarrrSummary summary = Result.Aarrr.Summary;
        Assert.Empty(summary.Cohort.UnknownEvents);
        Assert.Equal((true, 0L), (summary.Cohort.Coverage.IsCohortOver, summary.Cohort.Coverage.RetentionOpen));
        Assert.InRange(summary.Stages[0].Users, 200, 2_100);
        Assert.All(summary.Stages, stage => Assert.True(stage.Users <= stage.Entered && stage.Users <= stage.Raw));
        Assert.True(summary.Breakdown.Length > 2);
        Assert.Equal(summary.Stages[0].Users, summary.Breakdown.Sum(row => row.Stages[0].Users));
    }

    [Fact]
    public void HoldsBack_SampleBank_IsTheLowestConversionOfADirectCount()
    {
        int[] stagesOfUser = [.. Bank.Events
            .DistinctBy(row => row.Id)
            .Where(row => row.At <= Context.AsOf)
            .GroupBy(row => row.UserId, StringComparer.Ordinal)
            .Select(rows => StagesInOrder([.. rows]))];
        long[] users = [.. Enum.GetValues<GrowthStage>().Select(stage => (long)stagesOfUser.Count(stages => stages > (int)stage))];
        GrowthStage lowest = Enum.GetValues<GrowthStage>().Skip(1).MinBy(stage => (double)users[(int)stage] / users[(int)stage - 1]);

        Assert.Equal(users, Result.Aarrr.Summary.Stages.Select(stage => stage.Users));
        Assert.Equal(
            new GrowthBottleneck(lowest, new Ratio(users[(int)lowest], users[(int)lowest - 1]), Target: null),
            Result.Aarrr.Summary.HoldsBack);
    }

    // How many stages in a row one user reached, read off the plain rows; 0 outside the cohort. Their instants are local times of the bank.
    private static int StagesInOrder(SampleEvent[] rows)
    {
        DateTimeOffset? acquired = rows.Where(row => row.Name == "register").Min(row => (DateTimeOffset?)row.At);
        if (acquired is not { } from || DayOf(from) < Definition.CohortFrom || DayOf(from) >= Definition.CohortTo)
        {
            return 0;
        }

        bool Within(SampleEvent row) => row.At >= from && row.At <= from + Definition.Window;
        bool Later(SampleEvent row) => row.At >= from
            && DayOf(row.At).DayNumber - DayOf(from).DayNumber is var days && days >= Definition.RetentionFromDay && days <= Definition.RetentionToDay;
        bool[] reached =
        [
            true,
            rows.Any(row => row.Name == "bind_card" && Within(row)),
            rows.Any(row => row.Name == "login" && Later(row)),
            rows.Any(row => row.Name is "pay" or "buy_fund" && row.Amount >= 1 && Within(row)),
            rows.Any(row => row.Name is "invite" or "share" && Within(row)),
        ];
        return reached.TakeWhile(isReached => isReached).Count();
    }

    private static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(at.DateTime);
}
