using UserOps.Models.Activity;
using UserOps.Models.Funnels;
using UserOps.Models.GrowthModels;
using UserOps.Models.Lifecycle;
using UserOps.Models.Portraits;
using UserOps.Models.Retention;
using UserOps.Models.Survival;
using UserOps.Models.Tags;

namespace UserOps.Models.Tests.Architecture;

/// <summary>One value of every definition, with something in every property. They need not be valid: JSON and equality come before that.</summary>
internal static partial class DefinitionSamples
{
    private static readonly CategoryField Channel = Field.Category("channel");
    private static readonly DateTimeOffset Noon = new(2026, 3, 31, 12, 0, 0, TimeSpan.Zero);

    private static readonly EventFilter Paid = EventFilter.Named("pay", "transfer")
        .And(new AllOf { Args = [Channel.Is("app"), Field.Amount("amount", "CNY").AtLeast(50m)] });

    private static readonly ActiveUserDefinition Active = new() { Events = Paid, MinimumEvents = 2 };

    private static readonly LocalizedText Name = new() { Zh = "渠道", En = "channel" };
    private static readonly Lineage Source = new() { System = "app", Origin = DataOrigin.External, Latency = TimeSpan.FromHours(1), Collection = "tracking" };

    private static readonly SessionDefinition Visits = new()
    {
        Events = "view",
        InactivityLimit = TimeSpan.FromMinutes(20),
        Separators = EventFilter.Named("open"),
        Closes = Paid,
        Midnight = SessionMidnight.Cuts,
    };

    private static readonly FieldDefinition ChannelColumn = new()
    {
        Name = "channel",
        Kind = FieldKind.Category,
        Currency = "CNY",
        Scale = 2,
        Unit = "text",
        Required = true,
        AllowedValues = ["app", "web"],
        DataKind = DataKind.Interest,
        DataClass = DataClass.Consumption,
        Relevance = Relevance.Weak,
        Lineage = Source,
        DisplayName = Name,
        Description = "where the user came from",
    };

    private static readonly EventDefinition Pay = new()
    {
        Name = "pay",
        Properties = ["channel", "amount"],
        RequiredProperties = ["amount"],
        DisplayName = Name,
        Description = "money leaves",
        Lineage = Source,
    };

    private static readonly object[] TagComputations =
    [
        new FieldComputation { Field = "assets" },
        new EventComputation { Aggregation = TagAggregation.Sum, Events = Paid, Property = "amount", Window = TimeWindow.InLast(30, WindowUnit.Day), Currency = "CNY" },
        new RuleComputation { Rule = Rule.InSegment("paid") },
        new OrderedRulesComputation { Rules = [new() { Value = "high", Rule = Channel.Is("app") }] },
        new ScoreComputation { Elements = [new() { Id = "app", Points = 2.5m, Rule = Channel.Is("app") }], Bands = [new() { Name = "cold", From = 0 }] },
        new MinedComputation { Model = "gender-by-name 3" },
        new ImportedComputation { Sources = ["hr", "survey"] },
    ];

    private static readonly TagDefinition Tag = new()
    {
        Id = "finance.tier",
        Name = Name,
        Family = TagFamily.Asset,
        Node = "asset.balance",
        DataClass = DataClass.Credit,
        Relevance = Relevance.Weak,
        ValueType = TagValueType.Enumeration,
        Values = [new() { Value = "high", Name = Name }],
        Computation = (TagComputation)TagComputations[3],
        Validity = new() { Days = 30, UntilField = "matures_on" },
        Purpose = "service level",
        Sensitivity = TagSensitivity.Level4,
        Owner = "retail",
        Status = TagStatus.Active,
        Version = 2,
    };

    internal static IReadOnlyList<object> All { get; } =
    [
        new EvaluationContext { AsOf = Noon, Zone = TimeZoneInfo.Utc, WeekStart = DayOfWeek.Sunday },
        new FunnelDefinition
        {
            Steps = ["view", new FunnelStep { Name = "pay", Events = Paid, Within = TimeSpan.FromHours(1), Optional = true, Occurrence = FunnelOccurrence.FirstEver }],
            Window = TimeSpan.FromDays(7),
            Order = FunnelOrder.Strict,
            Ties = FunnelTies.Input,
            ReuseEvents = true,
            Entry = FunnelEntry.First,
            Unit = Field.Category("account"),
            HoldConstant = [Channel],
            Exclusions = [new() { Events = "logout", FromStep = 0, ToStep = 1 }],
            ExclusionEffect = FunnelExclusionEffect.Drop,
            Range = new() { From = Noon.AddDays(-30), To = Noon, AppliesTo = FunnelRangeScope.Entry },
            Breakdown = new() { Property = Channel, Attribution = FunnelAttribution.Step, Step = 1 },
            Counting = FunnelCounting.Totals,
            Detail = FunnelDetail.Chains,
            Histogram = new() { FromStep = 0, ToStep = 1, Bins = 5 },
            Trend = new() { ObservedUntil = Noon },
        },
        ChannelColumn,
        Pay,
        new UserSchema { Id = "bank.users", Version = 2, DisplayName = Name, Fields = [ChannelColumn] },
        new EventSchema { Id = "bank.events", Version = 2, DisplayName = Name, Events = [Pay], Fields = [ChannelColumn], AllowsOtherEvents = true },
        new ContentSchema { Id = "bank.contents", Version = 2, DisplayName = Name, Fields = [ChannelColumn] },
        new GrowthStagesDefinition
        {
            Stages = new() { Acquisition = "register", Activation = "bind_card", Retention = "login", Revenue = Paid, Referral = "invite" },
            CohortFrom = new(2026, 3, 1),
            CohortTo = new(2026, 3, 8),
            RetentionFromDay = 1,
            RetentionToDay = 7,
            Window = TimeSpan.FromDays(30),
            Targets = new() { Activation = 0.5m, Retention = 0.4m, Revenue = 0.2m, Referral = 0.1m },
            Breakdown = Channel,
        },
        new ChurnWarningDefinition
        {
            Activity = EventFilter.Named("login"),
            GapUnit = ChurnGapUnit.Instants,
            RhythmDays = 90,
            MinimumGaps = 5,
            Quantile = QuantileDefinition.R6,
            GapRatioLimit = 2.5m,
            Amounts = new() { Events = Paid, Amount = Field.Amount("amount", "CNY", 2), RecentDays = 28, BaseDays = 56, TrendLimit = -0.4m },
            WarnWhen = ChurnCombination.Either,
        },
        new RecallDefinition { Return = EventFilter.Named("login"), Window = TimeSpan.FromDays(14), ConfidenceLevel = 0.9 },
        new ActiveUserDefinition { Events = Paid, MinimumEvents = 2 },
        new ActiveUsersDefinition { Activity = Active, From = Noon, To = new DateOnly(2026, 4, 1), Units = [CalendarUnit.Hour, CalendarUnit.Week], RollingDays = [7, 28] },
        new StickinessDefinition
        {
            Activity = Active,
            Interval = CalendarUnit.Week,
            From = new DateOnly(2026, 3, 1),
            To = Noon,
            IntervalCount = 2,
            Criteria = new() { Operator = StickinessOperator.AtMost, Value = 3 },
            ComputedAs = StickinessCounting.Cumulative,
        },
        new StickinessRatioDefinition { Activity = Active, From = new DateOnly(2026, 3, 1), To = Noon, Base = StickinessBase.Last7Days },
        new LnessDefinition { Activity = Active, Days = 28, PowerUserDays = 20 },
        new ActivityDecompositionDefinition
        {
            Activity = Active, Interval = CalendarUnit.Week, From = new DateOnly(2026, 3, 1), To = Noon, CreatedAt = Field.Date("registered_on"),
        },
        new ActivityRateDefinition { Activity = Active, Unit = CalendarUnit.Week, Customers = Channel.Is("app"), Assets = Field.Amount("assets", "CNY", 2) },
        ActivationCatalog.Default,
        ActivationCatalog.Default.Tactics[0],
        ConversionChecklist.Default,
        ConversionChecklist.Default.Items[0],
        new RetentionDefinition
        {
            Start = "register",
            Return = Paid,
            Unit = CalendarUnit.Week,
            FirstCohort = new DateOnly(2026, 3, 1),
            Cohorts = 4,
            Periods = 8,
            CohortType = RetentionCohortType.FirstTime,
            Alignment = RetentionAlignment.Rolling,
            Truncation = RetentionTruncation.Hour,
            Rule = RetentionRule.Bracket,
            Brackets = [new(1, 3), new(4, 7)],
            PeriodZero = RetentionPeriodZero.Returned,
            MinimumOccurrences = 2,
            Breakdown = Channel,
        },
        new RetentionCurveParameters { Version = 1, Family = RetentionCurveFamily.Weibull, Values = [0.5, 0.75], LogLikelihood = -12.5 },
        Paid,
        CardCycleDefinition.Default,
        CardCycleDefinition.Default.Nodes[0],
        AudienceRecipes.YoungPeople with { EventFields = [ChannelColumn] },
        AudienceRecipes.Find("insurance.renewal")!.Parameters[0],
        GrowthPlaybook.Finance,
        GrowthPlaybook.Finance.Plays.First(play => play.Benchmark?.Before is not null) with { MetricId = "activationRate" },
        NorthStarCatalog.Default,
        NorthStarCatalog.Default.Rules[0],
        LifecycleMetricCatalog.Default,
        LifecycleStrategyCatalog.Default,
        ActivationWayCatalog.Default,
        new LifecycleStageDefinition { Id = "growth", Name = Name, Rule = Channel.Is("app"), Kind = LifecycleStage.Growth },
        new LifecycleDefinition
        {
            Id = "card-app",
            Name = Name,
            Stages = [new() { Id = "growth", Name = Name, Rule = Channel.Is("app"), Kind = LifecycleStage.Growth }],
            Population = Rule.InSegment("here"),
            Segments = [new() { Name = "here", Rule = Rule.Event("login").AtLeast(1) }],
        },
        new LifecycleShapeDefinition { MinimumGap = 0.05m },
        new OperatingTierDefinition
        {
            NewDays = 14,
            DormantDays = 60,
            ActiveCoreUses = 5,
            ActiveDays = 20,
            Sources = new() { RegisteredOn = "registered_on", Interaction = "login", CoreUse = "pay", Converted = Channel.Is("app"), ValueProfile = Channel.Is("web") },
        },
        Tag,
        new TagCatalog { Id = "bank", Version = 2, Tags = [Tag], Segments = [new() { Name = "paid", Rule = Rule.Event("pay").AtLeast(1) }], Taxonomy = new() { Nodes = [new() { Id = "asset.balance", Parent = "asset", Family = TagFamily.Asset, Name = Name }] } },
        .. TagComputations,
        new UserStructureDefinition { Id = "layers", Name = Name, Layers = [new() { Value = "core", Name = Name, Rule = Channel.Is("app") }] },
        new TagAssignment { User = "ann", Tag = "tier", Value = "high", AssignedAt = Noon, ValidFor = TimeSpan.FromDays(30), ValidUntil = Noon.AddDays(10), Source = "survey", Confidence = 0.5 },
        new TargetGroupIndexDefinition { Scale = IndexScale.One, ConfidenceLevel = 0.9, SmallCount = 50 },
        new AudienceProfileDefinition { Fields = ["city", "age"], Probabilities = [0.1m, 0.9m], Quantile = QuantileDefinition.R6 },
        new Persona
        {
            Id = "bank.newly-rich",
            Version = 2,
            Name = Name,
            Story = Name,
            Traits = [Name],
            Goals = [Name],
            Pains = [Name],
            Audience = "newly-rich",
            Rule = Channel.Is("app"),
        },
        new UserPortraitDefinition
        {
            Attributes = new() { Id = "bank.users", Version = 2, DisplayName = Name, Fields = [ChannelColumn] },
            Families = [TagFamily.Interest, TagFamily.Asset],
            Tags = ["finance.tier"],
            MaximumSensitivity = TagSensitivity.Level5,
        },
        Visits,
        new TrafficDefinition { Visits = Visits, Period = CalendarUnit.Week, From = new(2026, 3, 1), To = new(2026, 3, 31), Source = Channel },
        UserRoleDefinition.ByDates(Field.Date("identified_on"), Field.Date("first_product_on")),
        new BinningDefinition { Edges = [0m, 0.5m], Labels = ["low", "middle", "high"], Closed = BinClosure.Right },
        new QuantileBinningDefinition
        {
            Labels = ["low", "middle", "high"],
            Probabilities = [0.1m, 0.9m],
            Quantile = QuantileDefinition.R6,
            Closed = BinClosure.Right,
            Ties = TiedEdges.Merge,
        },
        new NaiveBayesOptions
        {
            Features = [new() { Name = "name", Kind = NaiveBayesFeatureKind.CharacterGrams, GramLength = 2 }],
            Alpha = 0.5,
            VarianceSmoothing = 1e-6,
            Priors = [new() { Name = "a", Prior = 0.25 }],
            MinimumConfidence = 0.75,
        },
        new NaiveBayesParameters
        {
            Version = 1,
            Classes = [new() { Name = "a", Prior = 0.25 }],
            Features =
            [
                new()
                {
                    Feature = new() { Name = "name", Kind = NaiveBayesFeatureKind.CharacterGrams, GramLength = 2 },
                    Totals = [3],
                    Vocabulary = 9,
                    Texts = [new() { Text = "x", Counts = [1] }],
                    Normals = [new() { Mean = 1.5, Variance = 2.5 }],
                },
            ],
            Alpha = 0.5,
            MinimumConfidence = 0.75,
        },
        new DurationDefinition
        {
            Start = Paid,
            StartAt = DurationStart.FirstEver,
            Ends = [new() { Events = "close", Cause = "closed", CauseBy = Channel }],
            Inactivity = new() { Activity = "login", Limit = TimeSpan.FromDays(30), EndsAt = InactivityEnd.LastActivity, Cause = "silent" },
            Unit = DurationUnit.Week,
            ObservedFrom = Noon.AddDays(-30),
            Group = Channel,
            Stratum = Field.Category("city"),
            Covariates = [new() { Field = "channel", Value = "app" }],
        },
        new KaplanMeierDefinition { Interval = SurvivalIntervalKind.Plain, Level = 0.9 },
        new NelsonAalenDefinition { Interval = HazardIntervalKind.Plain, Level = 0.9 },
        new CompetingRisksDefinition { Interval = SurvivalIntervalKind.Plain, Level = 0.9 },
        new LogRankDefinition { Rho = 1, Pairs = PairwiseCorrection.Holm },
        new CoxOptions { Covariates = ["age"], Ties = CoxTies.Breslow, Penalty = 0.5, Tolerance = 1e-7, MaximumIterations = 20 },
        new CoxParameters
        {
            Version = 1,
            Options = new() { Covariates = ["age"], Ties = CoxTies.Breslow, Penalty = 0.5 },
            Status = SurvivalFitStatus.NotIdentified,
            Covariates = [new() { Name = "age", Center = 40.5, Coefficient = 0.25 }],
            Covariance = [0.5],
            LogLikelihoodNull = -10.5,
            LogLikelihood = -9.5,
            LikelihoodRatio = new(2, 1),
            Score = new(2.5, 1),
            Wald = new(1.5, 1),
            Concordance = new(3, 2, 1),
            Baselines = [new() { Stratum = "east", Times = [1.5], LogCumulativeHazards = [-0.25] }],
        },
        new AftOptions { Family = LifetimeFamily.LogNormal, Covariates = ["age"], Tolerance = 1e-7, MaximumIterations = 20 },
        new AftParameters
        {
            Version = 1,
            Options = new() { Family = LifetimeFamily.LogNormal, Covariates = ["age"] },
            Status = SurvivalFitStatus.NotIdentified,
            Intercept = 2.5,
            Covariates = [new() { Name = "age", Coefficient = 0.25 }],
            Scale = 0.75,
            Covariance = [0.5],
            LogLikelihood = -9.5,
        },
        Revenue,
        .. OfWorth(),
    ];
}
