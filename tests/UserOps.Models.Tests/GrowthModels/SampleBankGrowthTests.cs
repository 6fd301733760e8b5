using UserOps.Models.GrowthModels;
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

    private static readonly (AarrrResult Aarrr, RarraResult Rarra) Result = GrowthComparison.Evaluate(
        Definition,
        UserOpsDataset.FromEvents(Bank.Events, map => map
            .User(row => row.UserId).EventId(row => row.Id).At(row => row.At).Name(row => row.Name)
            .With(Field.Category("channel"), row => row.Channel).With(Field.Amount("amount", "CNY"), row => row.Amount)),
        EvaluationContext.AtEndOf(Bank.Options.FirstDay.AddDays(Bank.Options.Days - 1), TimeZoneInfo.FindSystemTimeZoneById(SampleBank.ZoneId)));

    [Fact]
    public void Catalogs_Shipped_NameMetricsThatAreNumbers()
    {
        IEnumerable<string> named = GrowthPlaybook.Finance.Plays.Select(play => play.MetricId)
            .Concat(NorthStarCatalog.Default.Rules.Select(rule => rule.MetricId)).OfType<string>();
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
        Assert.NotNull(summary.HoldsBack);
    }
}
