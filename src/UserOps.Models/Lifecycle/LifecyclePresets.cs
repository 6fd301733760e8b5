namespace UserOps.Models.Lifecycle;

/// <summary>Life cycles to begin with: plain definitions, to be changed with <c>with</c>. Their limits are this library's choice unless said otherwise.</summary>
/// <remarks>
/// Days are local dates: "more than 30 days without" means on none of the last 31 dates, today included. Who never did anything counts from the day of
/// registration, so that nobody is dormant on the first day. The population is who had registered by then, and beside them who ever did something the stages
/// ask for, registered or not.
/// </remarks>
public static class LifecyclePresets
{
    private static readonly SegmentRule Everybody = new AllOf { Args = [] };

    /// <summary>Makes the life cycle of a credit-card app: churned, dormant, maturity, growth, introduction, in the order in which they are asked.</summary>
    /// <param name="registered">The date column of the user table that says when a user registered.</param>
    /// <param name="activity">The name of the event that makes a day active, ordinal: a login.</param>
    /// <param name="bindCard">The name of the event of binding a card: who did it is in growth.</param>
    /// <param name="pay">The name of the event of paying: who did it is in growth, who does it often in maturity.</param>
    /// <param name="dormantDays">After more than so many days without activity a user is dormant. Default: 30.</param>
    /// <param name="churnedDays">After more than so many days a user is churned. Default: 90.</param>
    /// <param name="maturePayments">From so many payments on the last 30 local dates on, a user is mature. Default: 4, once a week.</param>
    /// <exception cref="ArgumentNullException">The handle is null.</exception>
    public static LifecycleDefinition CardApp(
        DateField registered,
        string activity,
        string bindCard,
        string pay,
        int dormantDays = LifecycleDefaults.CardAppDormantDays,
        int churnedDays = LifecycleDefaults.CardAppChurnedDays,
        int maturePayments = LifecycleDefaults.CardAppMaturePayments)
    {
        ArgumentNullException.ThrowIfNull(registered);
        return new()
        {
            Id = "card-app",
            Name = new("信用卡App用户生命周期", "life cycle of a credit-card app"),
            Population = Registered(registered, activity, bindCard, pay),
            Stages =
            [
                Stage(LifecycleStage.Churned, Silent(registered, activity, churnedDays)),
                Stage(LifecycleStage.Dormant, Silent(registered, activity, dormantDays)),
                Stage(LifecycleStage.Maturity, Rule.Event(pay).In(TimeWindow.Days(LifecycleDefaults.CardAppPaymentDays - 1, 0)).AtLeast(maturePayments)),
                Stage(LifecycleStage.Growth, Rule.Event(bindCard).AtLeast(1).Or(Rule.Event(pay).AtLeast(1))),
                Stage(LifecycleStage.Introduction, Everybody),
            ],
        };
    }

    /// <summary>Makes the life cycle of a loan product. Repaying is activity too: who repays without opening the app is not dormant.</summary>
    /// <param name="registered">The date column of the user table that says when a user registered.</param>
    /// <param name="activity">The name of the event that makes a day active, ordinal: a login.</param>
    /// <param name="apply">The name of the event of applying for a loan: who did it is in growth.</param>
    /// <param name="repay">The name of the event of repaying an installment: who did it often enough is in maturity.</param>
    /// <param name="dormantDays">After more than so many days without activity and repayment a user is dormant. Default: 60, two installments.</param>
    /// <param name="churnedDays">After more than so many days a user is churned. Default: 180.</param>
    /// <param name="matureRepayments">From so many repayments ever on, a user is mature. Default: 3.</param>
    /// <exception cref="ArgumentNullException">The handle is null.</exception>
    public static LifecycleDefinition Loan(
        DateField registered,
        string activity,
        string apply,
        string repay,
        int dormantDays = LifecycleDefaults.LoanDormantDays,
        int churnedDays = LifecycleDefaults.LoanChurnedDays,
        int matureRepayments = LifecycleDefaults.LoanMatureRepayments)
    {
        ArgumentNullException.ThrowIfNull(registered);
        return new()
        {
            Id = "loan",
            Name = new("贷款产品用户生命周期", "life cycle of a loan product"),
            Population = Registered(registered, activity, apply, repay),
            Stages =
            [
                Stage(LifecycleStage.Churned, Silent(registered, activity, churnedDays).And(None(repay, churnedDays))),
                Stage(LifecycleStage.Dormant, Silent(registered, activity, dormantDays).And(None(repay, dormantDays))),
                Stage(LifecycleStage.Maturity, Rule.Event(repay).AtLeast(matureRepayments)),
                Stage(LifecycleStage.Growth, Rule.Event(apply).AtLeast(1)),
                Stage(LifecycleStage.Introduction, Everybody),
            ],
        };
    }

    /// <summary>Makes the six operating tiers as a life cycle; precedence dormant, new, converted, valuable, active, ordinary.</summary>
    /// <param name="definition">The limits, and where the facts are read.</param>
    /// <returns>Stages whose ids are the names of the tiers in camelCase. New is introduction, ordinary and active are growth, valuable and converted maturity.</returns>
    /// <exception cref="ArgumentNullException">The definition is null.</exception>
    /// <exception cref="ArgumentException">The definition has no sources.</exception>
    public static LifecycleDefinition OperatingTiers(OperatingTierDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        OperatingTierSources sources = definition.Sources
            ?? throw new ArgumentException("The definition does not say where the facts are read in a dataset; set its Sources.", nameof(definition));
        DateField registered = Field.Date(sources.RegisteredOn);
        return new()
        {
            Id = "operating-tiers",
            Name = new("用户运营分层", "operating tiers"),
            Population = Registered(registered, sources.Interaction),
            Stages =
            [
                Tier(OperatingTier.Dormant, LifecycleStage.Dormant, "沉睡用户", Silent(registered, sources.Interaction, definition.DormantDays)),
                Tier(OperatingTier.New, LifecycleStage.Introduction, "新用户", Rule.InWindow(registered, TimeWindow.Days(definition.NewDays, 0))),
                Tier(OperatingTier.Converted, LifecycleStage.Maturity, "转化用户", sources.Converted),
                Tier(OperatingTier.Valuable, LifecycleStage.Maturity, "价值用户", sources.ValueProfile),
                Tier(OperatingTier.Active, LifecycleStage.Growth, "活跃用户", Active(definition, sources)),
                Tier(OperatingTier.Ordinary, LifecycleStage.Growth, "普通用户", Everybody),
            ],
        };
    }

    private static SegmentRule Active(OperatingTierDefinition definition, OperatingTierSources sources)
        => Rule.Event(sources.CoreUse).In(TimeWindow.Days(OperatingTierDefaults.CoreUseWindow - 1, 0)).AtLeast(definition.ActiveCoreUses)
            .Or(Rule.Event(sources.Interaction).In(TimeWindow.Days(OperatingTierDefaults.ActiveDayWindow - 1, 0)).DistinctDays().AtLeast(definition.ActiveDays));

    private static SegmentRule Registered(DateField registered, params ReadOnlySpan<string> events)
    {
        SegmentRule rule = Rule.InWindow(registered, TimeWindow.Days(LifecycleDefaults.EverInDays, 0)).WhenUnknown(false);
        foreach (string name in events)
        {
            rule = rule.Or(Rule.Event(name).AtLeast(1));
        }

        return rule;
    }

    /// <summary>More than so many days without activity; without any, since the day of registration, and where that is missing, for ever.</summary>
    private static SegmentRule Silent(DateField registered, string activity, int days) => None(activity, days)
        .And(Rule.Event(activity).AtLeast(1).Or(Rule.InWindow(registered, TimeWindow.Days(days, 0)).Not().WhenUnknown(true)));

    private static DidNot None(string activity, int days) => Rule.Event(activity).In(TimeWindow.Days(days, 0)).Never();

    private static LifecycleStageDefinition Stage(LifecycleStage kind, SegmentRule rule) => new()
    {
        Id = System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(kind.ToString()),
        Name = LifecycleStageNames.Of(kind),
        Kind = kind,
        Rule = rule,
    };

    private static LifecycleStageDefinition Tier(OperatingTier tier, LifecycleStage kind, string zh, SegmentRule rule) => new()
    {
        Id = OperatingTierModel.IdOf(tier),
        Name = new(zh, OperatingTierModel.IdOf(tier)),
        Kind = kind,
        Rule = rule,
    };
}
