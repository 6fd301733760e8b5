using System.Collections.Immutable;

namespace UserOps.Models.Tags;

/// <summary>The tags shipped for retail finance, over the fields and events of the sample bank: a start, and an example of every kind of computation.</summary>
internal static class BuiltInTags
{
    private const string Owner = "UserOps.Models";

    internal static ImmutableArray<TagDefinition> All { get; } =
    [
        .. Attributes(), .. Aggregates(), .. Rules(), .. Tiers(),
        Tag("engagement-score", "活跃得分", "engagement score", TagFamily.Interest, "engagement", TagValueType.Number, Engagement()),
        Tag("engagement-band", "活跃分层", "engagement band", TagFamily.Interest, "engagement", TagValueType.Enumeration, Engagement()) with
        {
            Values = [Label("cold", "冷淡", "cold"), Label("warm", "一般", "warm"), Label("hot", "活跃", "hot")],
        },
        Tag("occupation", "职业", "occupation", TagFamily.Industry, "occupation", TagValueType.Enumeration, new ImportedComputation { Sources = ["hr", "survey"] }) with
        {
            DataClass = DataClass.Demographic,
        },
    ];

    private static TagDefinition[] Attributes() =>
    [
        Tag("gender", "性别", "gender", TagFamily.Natural, "demography", TagValueType.Enumeration, new FieldComputation { Field = "gender" }) with
        {
            DataClass = DataClass.Demographic,
            Values = [Label("女", "女", "female"), Label("男", "男", "male")],
        },
        Tag("city", "常住城市", "home city", TagFamily.Natural, "region", TagValueType.Enumeration, new FieldComputation { Field = "city" }) with { DataClass = DataClass.Demographic },
        Tag("card-type", "卡种", "card type", TagFamily.Financial, "products", TagValueType.Enumeration, new FieldComputation { Field = "card_type" }) with { DataClass = DataClass.Consumption },
        Tag("risk-level", "风险等级", "risk level", TagFamily.Financial, "risk", TagValueType.Enumeration, new FieldComputation { Field = "risk_level" }) with
        {
            DataClass = DataClass.Credit,
            Values = [Label("R1", "谨慎型", "cautious"), Label("R2", "稳健型", "steady"), Label("R3", "平衡型", "balanced"), Label("R4", "进取型", "enterprising"), Label("R5", "激进型", "aggressive")],
        },
        Tag("registered-on", "注册日期", "registered on", TagFamily.Natural, "life-stage", TagValueType.Date, new FieldComputation { Field = "registered_on" }),
        Tag("assets", "行内资产", "assets held", TagFamily.Asset, "balance", TagValueType.Number, new FieldComputation { Field = "assets" }) with { DataClass = DataClass.Credit, Sensitivity = TagSensitivity.Level4 },
        Tag("marketing-consent", "同意营销触达", "agrees to marketing", TagFamily.Natural, null, TagValueType.Flag, new FieldComputation { Field = "marketing_consent" }),
    ];

    private static TagDefinition[] Aggregates() =>
    [
        Tag("login-days-30", "近30天登录天数", "login days in 30 days", TagFamily.Interest, "engagement", TagValueType.Number, Of("login", TagAggregation.DistinctDays) with { Window = TimeWindow.Days(29, 0) }),
        Tag("days-since-login", "距上次登录天数", "days since login", TagFamily.Interest, "engagement", TagValueType.Number, Of("login", TagAggregation.DaysSince)),
        Tag("last-login", "最近登录日期", "last login", TagFamily.Interest, "engagement", TagValueType.Date, Of("login", TagAggregation.Last)),
        Tag("last-system", "最近使用的系统", "last system used", TagFamily.Natural, "device", TagValueType.Enumeration, new EventComputation { Aggregation = TagAggregation.Last, Events = EventFilter.Any, Property = "os" }),
        Tag("payments-90", "近90天支付笔数", "payments in 90 days", TagFamily.Financial, "payments", TagValueType.Number, Of("pay", TagAggregation.Count) with { Window = TimeWindow.Days(89, 0) }),
        Tag("paid-90", "近90天支付金额", "paid in 90 days", TagFamily.Financial, "payments", TagValueType.Number, OfAmounts(TagAggregation.Sum)) with { DataClass = DataClass.Consumption },
        Tag("payment-average-90", "近90天笔均支付", "average payment in 90 days", TagFamily.Financial, "payments", TagValueType.Number, OfAmounts(TagAggregation.Average)) with { DataClass = DataClass.Consumption },
        Tag("largest-payment-90", "近90天最大支付", "largest payment in 90 days", TagFamily.Financial, "payments", TagValueType.Number, OfAmounts(TagAggregation.Maximum)) with { DataClass = DataClass.Consumption },
        Tag("pages-seen", "浏览页面种类", "pages seen", TagFamily.Interest, "content", TagValueType.Number, Of("view", TagAggregation.Distinct) with { Property = "page" }) with { DataClass = DataClass.Interest },
    ];

    private static TagDefinition[] Rules() =>
    [
        Flag("active", "活跃客户", "active", TagFamily.Interest, "engagement", Rule.Event("login").In(TimeWindow.Days(29, 0)).AtLeast(1)),
        Flag("silent", "沉默客户", "silent", TagFamily.Interest, "engagement", Rule.InSegment("builtin.active").Not()) with { Validity = new() { Days = 30 } },
        Flag("birthday-soon", "生日临近", "birthday soon", TagFamily.Natural, "demography", Rule.Anniversary(Field.Date("birth_date"), 0, 6)) with { DataClass = DataClass.Demographic, Validity = new() { Days = 7 } },
        Flag("fund-interest", "关注基金", "interested in funds", TagFamily.Interest, "content", Rule.Event("view").Where(Field.Category("kind").OfContent.Is("fund")).In(TimeWindow.Days(29, 0)).AtLeast(3)) with { DataClass = DataClass.Interest },
        Flag("sharer", "乐于分享", "shares", TagFamily.Social, "sharing", Rule.Event("share").AtLeast(1).Or(Rule.Event("invite").AtLeast(1))) with { DataClass = DataClass.Social },
        Flag("installment-lapsed", "申请分期未还款", "applied and never paid an installment", TagFamily.Financial, "credit", Rule.DidThenNot("apply_installment", "installment_paid", 30, WindowUnit.Day)) with { DataClass = DataClass.Credit },
    ];

    private static TagDefinition[] Tiers() =>
    [
        Tag("asset-tier", "资产层级", "asset tier", TagFamily.Asset, "balance", TagValueType.Enumeration, new OrderedRulesComputation
        {
            Rules =
            [
                new() { Value = "private", Rule = Assets.AtLeast(6_000_000m) },
                new() { Value = "wealth", Rule = Assets.AtLeast(500_000m) },
                new() { Value = "middle", Rule = Assets.AtLeast(50_000m) },
                new() { Value = "mass", Rule = Assets.Below(50_000m) },
            ],
        }) with
        {
            DataClass = DataClass.Credit,
            Sensitivity = TagSensitivity.Level4,
            Values = [Label("private", "私人银行", "private banking"), Label("wealth", "财富", "wealth"), Label("middle", "中端", "middle"), Label("mass", "大众", "mass")],
        },
        Tag("login-frequency", "登录频率", "login frequency", TagFamily.Interest, "engagement", TagValueType.Enumeration, new OrderedRulesComputation
        {
            Rules =
            [
                new() { Value = "high", Rule = LoginDays.AtLeast(12) },
                new() { Value = "middle", Rule = LoginDays.AtLeast(4) },
                new() { Value = "low", Rule = LoginDays.AtLeast(1) },
                new() { Value = "none", Rule = LoginDays.Is(0) },
            ],
        }) with
        {
            Values = [Label("high", "高频", "high"), Label("middle", "中频", "middle"), Label("low", "低频", "low"), Label("none", "未登录", "none")],
        },
    ];

    private static AmountField Assets => Field.Amount("assets", "CNY");

    private static QuantityField LoginDays => Field.Quantity(TagDefaults.FieldPrefix + "builtin.login-days-30", 0);

    private static ScoreComputation Engagement() => new()
    {
        Elements =
        [
            new() { Id = "login", Points = 20, Rule = Rule.InSegment("builtin.active") },
            new() { Id = "often", Points = 30, Rule = LoginDays.AtLeast(8) },
            new() { Id = "pays", Points = 30, Rule = Rule.Event("pay").In(TimeWindow.Days(29, 0)).AtLeast(2) },
            new() { Id = "shares", Points = 20, Rule = Rule.InSegment("builtin.sharer") },
            new() { Id = "complains", Points = -10, Rule = Rule.Event("complaint").In(TimeWindow.Days(29, 0)).AtLeast(1) },
        ],
        Bands = [new() { Name = "cold", From = -10 }, new() { Name = "warm", From = 20 }, new() { Name = "hot", From = 60 }],
    };

    private static EventComputation Of(string name, TagAggregation aggregation) => new() { Aggregation = aggregation, Events = name };

    private static EventComputation OfAmounts(TagAggregation aggregation)
        => Of("pay", aggregation) with { Property = "amount", Currency = "CNY", Window = TimeWindow.Days(89, 0) };

    private static TagDefinition Flag(string id, string zh, string en, TagFamily family, string node, SegmentRule rule)
        => Tag(id, zh, en, family, node, TagValueType.Flag, new RuleComputation { Rule = rule });

    private static TagDefinition Tag(string id, string zh, string en, TagFamily family, string? node, TagValueType type, TagComputation computation) => new()
    {
        Id = TagDefaults.BuiltInPrefix + id,
        Name = new(zh, en),
        Family = family,
        Node = node is null ? null : $"{family.ToString().ToLowerInvariant()}.{node}",
        ValueType = type,
        Computation = computation,
        Purpose = "segmentation",
        Sensitivity = TagSensitivity.Level3,
        Owner = Owner,
        Status = TagStatus.Active,
        Version = 1,
    };

    private static TagLabel Label(string value, string zh, string en) => new() { Value = value, Name = new(zh, en) };
}
