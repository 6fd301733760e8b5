using UserOps.Models.GrowthModels;
using UserOps.Models.Lifecycle;
using UserOps.Models.Tests.Samples;
using UserOps.Samples;

namespace UserOps.Models.Tests.Lifecycle;

/// <summary>Presets and catalogs on the sample bank: every stage holds somebody, every rule and metric named is an answer there.</summary>
public class SampleBankLifecycleTests
{
    private static readonly SampleBank Bank = SampleBank.Create(new() { Users = 3_000, Days = 200 });
    private static readonly UserOpsDataset Data = SampleBankData.Of(Bank);
    private static readonly EvaluationContext Context = SampleBankData.AtTheEnd(Bank);
    private static readonly DateField Registered = Field.Date("registered_on");
    private static readonly LifecycleModel CardApp = new(LifecyclePresets.CardApp(Registered, "login", "bind_card", "pay"));

    private static readonly LifecycleHistory History = CardApp.EvaluateHistory(
        Data, Context, LifecycleGrid.PeriodEnds(Context, CalendarUnit.Month, Bank.Options.FirstDay, Bank.Options.FirstDay.AddDays(Bank.Options.Days - 1)));

    [Fact]
    public void Presets_SampleBank_PutSomebodyIntoEveryStage()
    {
        LifecycleDefinition tiers = LifecyclePresets.OperatingTiers(new()
        {
            ActiveCoreUses = 6,
            Sources = new()
            {
                RegisteredOn = "registered_on",
                Interaction = "login",
                CoreUse = "pay",
                Converted = Rule.Event("buy_fund").AtLeast(1),
                ValueProfile = Field.Amount("assets", "CNY").AtLeast(50_000m),
            },
        });
        foreach (LifecycleDefinition preset in (LifecycleDefinition[])[CardApp.Definition, LifecyclePresets.Loan(Registered, "login", "apply_installment", "installment_paid", 30, 90), tiers])
        {
            LifecycleSummary summary = new LifecycleModel(preset).Evaluate(Data, Context).Summary;
            Assert.Empty(summary.UnknownEvents);
            Assert.Equal(0, summary.Counts.Unassigned);
            Assert.Equal(Data.Directory.Count, summary.Counts.Users + summary.Counts.Absent);
            Assert.All(summary.Counts.Stages, stage => Assert.True(stage.Users > 10, $"{preset.Id} {stage.Stage}: {stage.Users}"));
        }
    }

    [Fact]
    public void History_SampleBank_AddsUpMonthByMonth()
    {
        LifecycleHistorySummary summary = History.Summary;
        Assert.Equal(6, summary.Points.Length);
        for (int point = 1; point < summary.Points.Length; point++)
        {
            LifecycleTransitions transitions = summary.TransitionsTo(point);
            Assert.Equal(summary.Points[point - 1].Counts.Users, transitions.Rows.SkipLast(1).Sum(row => row.Users.Sum()));
            Assert.Equal(summary.Points[point].Counts.Users, transitions.Rows.Sum(row => row.Users.SkipLast(1).Sum()));
            Assert.True(summary.Points[point].Counts.Users > summary.Points[point - 1].Counts.Users); // users register during the sample
        }

        Assert.Equal(LifecycleSteadyStateStatus.Unique, summary.TransitionsTo(5).SteadyState().Status);
        Assert.NotNull(LifecycleMetrics.Of(NorthStarCatalog.Default.For(LifecycleShape.U)!.MetricId!, summary.TransitionsTo(5)).Value);
        Assert.NotNull(summary.TimeIn(LifecycleState.In("dormant")).MeanAtLeast.Value);
        Assert.NotNull(new LifecycleShapeModel().Evaluate(CardApp.Evaluate(Data, Context).Summary).Focus());
        Assert.True(CardApp.Evaluate(Data, Context).ValueByStage(Field.Amount("assets", "CNY")).States.Take(5).All(state => state.Mean.Value > 0));
    }

    [Fact]
    public void Catalogs_Shipped_NameRulesAndMetricsThatAnswer()
    {
        LifecycleUsers users = CardApp.Evaluate(Data, Context).Users;
        foreach (LifecycleMetricSet set in LifecycleMetricCatalog.Default.Sets)
        {
            foreach (LifecycleMetric metric in set.Metrics)
            {
                RequireRule(metric.Rule, metric.Id);
                RequireMetric(metric.MetricId);
            }

            Assert.True(users.In(set.Stage).Count > 0);
        }

        foreach (LifecycleStrategy strategy in LifecycleStrategyCatalog.Default.Strategies)
        {
            RequireRule(strategy.Audience, strategy.Id);
            RequireMetric(strategy.MetricId);
        }

        Assert.All(ActivationWayCatalog.Default.Ways, way => RequireRule(way.Audience, way.Id));
    }

    // Of some users true, of others not: a rule that speaks of what the bank holds.
    private static void RequireRule(SegmentRule? rule, string id)
    {
        if (rule is not null)
        {
            Audience audience = new SegmentModel(rule).Evaluate(Data, Context);
            Assert.Empty(audience.UnknownEvents);
            Assert.True(audience.Members.Count > 0 && audience.Members.Count < Data.Directory.Count, id);
        }
    }

    private static void RequireMetric(string? id)
    {
        if (id is not null)
        {
            Ratio share = LifecycleMetrics.Ids.Contains(id) ? LifecycleMetrics.Of(id, History.Summary.TransitionsTo(5)) : GrowthMetrics.Of(id, Cohort.Value);
            Assert.InRange(share.Value!.Value, 0.001, 0.999);
        }
    }

    private static readonly Lazy<GrowthCohortSummary> Cohort = new(() => new AarrrModel(new()
    {
        Stages = new() { Acquisition = "register", Activation = "bind_card", Retention = "login", Revenue = EventFilter.Named("pay", "buy_fund"), Referral = EventFilter.Named("invite", "share") },
        CohortFrom = Bank.Options.FirstDay,
        CohortTo = Bank.Options.FirstDay.AddDays(60),
        RetentionFromDay = 1,
        RetentionToDay = 7,
        Window = TimeSpan.FromDays(30),
    }).Evaluate(Data, Context).Summary.Cohort);
}
