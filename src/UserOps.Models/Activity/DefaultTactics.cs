namespace UserOps.Models.Activity;

/// <summary>The six shipped ways to raise activity. The field agrees on their number and not on their names, so they are entries to edit.</summary>
internal static class DefaultTactics
{
    internal static ActivationCatalog Catalog() => new()
    {
        Id = "activation",
        Version = 1,
        DisplayName = new("提升用户活跃度的六个手段", "Six ways to raise activity"),
        Tactics = [Onboarding(), Reminder(), Campaign(), Points(), Content(), Social()],
    };

    private static ActivationTactic Onboarding() => new()
    {
        Id = "activation.onboarding",
        Name = new("新手引导:尽快到达核心功能", "Onboarding: reach the core of the product soon"),
        Levers =
        [
            new("首次登录后按步骤引导到一个核心功能", "Guide step by step to one core feature after the first login"),
            new("新手任务与首次使用权益", "Newcomer tasks with a benefit for the first use"),
        ],
        Metric = new("本月活跃用户占全部用户的比例", "Share of all users who are active in the month"),
        MetricId = ActivityMetrics.ActivityRate,
        IsDefault = true,
    };

    private static ActivationTactic Reminder() => new()
    {
        Id = "activation.reminder",
        Name = new("场景提醒:在用户需要的时刻触达", "Reminders: reach users at the moment of need"),
        Levers =
        [
            new("账单、还款、到期、到账提醒", "Reminders of bills, repayments, maturities and incoming money"),
            new("控制频次,允许退订", "Limit the frequency, and let users opt out"),
        ],
        Metric = new("当月日均活跃用户数", "Mean number of active users a day"),
        MetricId = ActivityMetrics.DailyActive,
        IsDefault = true,
    };

    private static ActivationTactic Campaign() => new()
    {
        Id = "activation.campaign",
        Name = new("活动运营:给出回来的理由", "Campaigns: give a reason to come back"),
        Levers =
        [
            new("签到、抽奖、节日与周末活动", "Check-ins, draws, holiday and weekend campaigns"),
            new("面向沉睡用户的专属权益", "A benefit for dormant users alone"),
        ],
        Metric = new("活跃用户中回流用户的占比", "Share of the active users who were away the month before"),
        MetricId = ActivityMetrics.ResurrectedShare,
        IsDefault = true,
    };

    private static ActivationTactic Points() => new()
    {
        Id = "activation.points",
        Name = new("积分与等级:让持续使用有积累", "Points and levels: let continued use add up"),
        Levers =
        [
            new("任务积分与等级权益", "Points for tasks, and benefits by level"),
            new("临近升级时提示差距", "Show the distance to the next level when it is small"),
        ],
        Metric = new("28 天内活跃 21 天以上的用户占比", "Share of users active on 21 of 28 days"),
        MetricId = ActivityMetrics.PowerUserShare,
        IsDefault = true,
    };

    private static ActivationTactic Content() => new()
    {
        Id = "activation.content",
        Name = new("内容运营:每天都有可看的内容", "Content: something worth reading every day"),
        Levers =
        [
            new("按兴趣推荐资讯、行情与理财知识", "Recommend news, markets and know-how by interest"),
            new("固定栏目与更新时间", "Regular columns at regular times"),
        ],
        Metric = new("粘性:日活 / 近 30 天活跃", "Stickiness: DAU over the active users of 30 days"),
        MetricId = ActivityMetrics.Stickiness,
        IsDefault = true,
    };

    private static ActivationTactic Social() => new()
    {
        Id = "activation.social",
        Name = new("社交互动:让用户带动用户", "Social: let users bring users"),
        Levers =
        [
            new("互赠、组队与邀请任务", "Gifts among friends, teams and invitations"),
            new("社群与客户经理服务", "Communities and service by an account manager"),
        ],
        Metric = new("速动比:(新增 + 回流) / 沉默", "Quick ratio: (new + resurrected) over those who went dormant"),
        MetricId = ActivityMetrics.QuickRatio,
        IsDefault = true,
    };
}
