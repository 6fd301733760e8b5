namespace UserOps.Models.GrowthModels;

/// <summary>The playbook shipped for retail finance: an example to edit, with numbers the field quotes.</summary>
internal static class FinancePlays
{
    internal static GrowthPlaybook Playbook() => new()
    {
        Id = "finance",
        Version = 1,
        DisplayName = new("金融场景增长手册", "Growth playbook for retail finance"),
        Plays = [.. Acquisition(), .. Activation(), .. Retention(), .. Revenue(), .. Referral()],
    };

    private static GrowthPlay[] Acquisition() =>
    [
        new()
        {
            Id = "finance.acquisition.quality",
            Stage = GrowthStage.Acquisition,
            Goal = new("获得会留下来的客户,而不只是注册", "Win customers who stay, not registrations"),
            Levers =
            [
                new("按渠道比较留存与收入,停掉只带来注册的渠道", "Compare channels by retention and revenue; stop those that bring registrations alone"),
                new("线下网点与代发工资场景引导注册", "Invite at the branch and with the first salary payment"),
            ],
            Metric = new("各渠道留存用户占比", "Retained share of the cohort, by channel"),
            MetricId = GrowthMetrics.RetainedShare,
            IsDefault = true,
        },
    ];

    private static GrowthPlay[] Activation() =>
    [
        new()
        {
            Id = "finance.activation.account-opening",
            Stage = GrowthStage.Activation,
            Goal = new("缩短开户时间", "Make opening an account short"),
            Levers =
            [
                new("证件识别与预填,减少填写字段", "Read the identity document and fill in what is known; ask less"),
                new("中断后可从原处继续", "Let a user continue where they stopped"),
            ],
            Metric = new("开户用时(分钟)", "Minutes to open an account"),
            Benchmark = new() { Value = 3, Before = 15, Unit = BenchmarkUnit.Minutes, Direction = BenchmarkDirection.LowerIsBetter },
            IsDefault = true,
        },
        new()
        {
            Id = "finance.activation.first-use",
            Stage = GrowthStage.Activation,
            Goal = new("让新客户尽快完成首次绑卡或首笔交易", "Bring new customers to bind a card or to a first transaction soon"),
            Levers =
            [
                new("首绑首付的新手权益", "A newcomer benefit for the first card and the first payment"),
                new("注册后按步骤引导", "Guide step by step after registration"),
            ],
            Metric = new("激活率:窗口期内激活的用户占比", "Activation rate: users activated within the window"),
            MetricId = GrowthMetrics.ActivatedShare,
            Benchmark = new() { Value = 0.40m, Unit = BenchmarkUnit.RelativeChange, Direction = BenchmarkDirection.HigherIsBetter },
            IsDefault = true,
        },
    ];

    private static GrowthPlay[] Retention() =>
    [
        new()
        {
            Id = "finance.retention.habit",
            Stage = GrowthStage.Retention,
            Goal = new("让客户每月回来办事", "Give customers a reason to come back every month"),
            Levers =
            [
                new("缴费、还款、到期等周期性提醒", "Reminders of bills, repayments and maturities"),
                new("积分与任务体系", "Points and tasks"),
            ],
            Metric = new("留存率:留存天数内回访的用户占比", "Retention: users back within the retention days"),
            MetricId = GrowthMetrics.RetainedShare,
            Benchmark = new() { Value = 0.25m, Unit = BenchmarkUnit.RelativeChange, Direction = BenchmarkDirection.HigherIsBetter },
            IsDefault = true,
        },
    ];

    private static GrowthPlay[] Revenue() =>
    [
        new()
        {
            Id = "finance.revenue.second-product",
            Stage = GrowthStage.Revenue,
            Goal = new("让留存客户持有带来收入的产品", "Bring the retained to a product that earns"),
            Levers =
            [
                new("按资产与风险偏好推荐理财", "Offer investments by assets and risk preference"),
                new("账单分期在出账日触达", "Offer installments on the statement date"),
            ],
            Metric = new("留存用户中带来收入的占比", "Share of the retained who bring revenue"),
            MetricId = GrowthMetrics.RevenueOfRetained,
            IsDefault = true,
        },
    ];

    private static GrowthPlay[] Referral() =>
    [
        new()
        {
            Id = "finance.referral.invite",
            Stage = GrowthStage.Referral,
            Goal = new("让满意的客户带来新客户", "Let satisfied customers bring new ones"),
            Levers =
            [
                new("邀请双方都有权益,并设上限与防刷规则", "A benefit for both sides, with a cap and rules against abuse"),
                new("在完成交易、评价好的时刻邀请", "Ask at the moment of a success or a good rating"),
            ],
            Metric = new("新客户中由老客户推荐的占比", "Share of new customers who were referred"),
            Benchmark = new() { Value = 0.30m, Unit = BenchmarkUnit.Share, Direction = BenchmarkDirection.HigherIsBetter },
            IsDefault = true,
        },
        new()
        {
            Id = "finance.referral.retained",
            Stage = GrowthStage.Referral,
            Goal = new("让留存客户主动分享", "Bring the retained to share"),
            Levers = [new("在权益与账单页提供分享入口", "Offer sharing on benefit and statement pages")],
            Metric = new("留存用户中发出邀请的占比", "Share of the retained who invite"),
            MetricId = GrowthMetrics.ReferralOfRetained,
            IsDefault = true,
        },
    ];
}
