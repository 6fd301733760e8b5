using UserOps.Models.Funnels;
using UserOps.Models.GrowthModels;
using UserOps.Models.Portraits;

namespace UserOps.Models.Tests.Architecture;

/// <summary>One value of every definition, with something in every property. They need not be valid: JSON and equality come before that.</summary>
internal static class DefinitionSamples
{
    private static readonly CategoryField Channel = Field.Category("channel");
    private static readonly DateTimeOffset Noon = new(2026, 3, 31, 12, 0, 0, TimeSpan.Zero);

    private static readonly EventFilter Paid = EventFilter.Named("pay", "transfer")
        .And(new AllOf { Args = [Channel.Is("app"), Field.Amount("amount", "CNY").AtLeast(50m)] });

    private static readonly LocalizedText Name = new() { Zh = "渠道", En = "channel" };
    private static readonly Lineage Source = new() { System = "app", Origin = DataOrigin.External, Latency = TimeSpan.FromHours(1), Collection = "tracking" };

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
        Paid,
        CardCycleDefinition.Default,
        CardCycleDefinition.Default.Nodes[0],
        AudienceRecipes.YoungPeople with { EventFields = [ChannelColumn] },
        AudienceRecipes.Find("insurance.renewal")!.Parameters[0],
        GrowthPlaybook.Finance,
        GrowthPlaybook.Finance.Plays.First(play => play.Benchmark?.Before is not null) with { MetricId = "activationRate" },
        NorthStarCatalog.Default,
        NorthStarCatalog.Default.Rules[0],
    ];
}
