using System.Collections.Immutable;
using UserOps.Models.GrowthModels;

namespace UserOps.Models.Lifecycle;

/// <summary>What is shipped for each stage of the app of a bank: an example to edit. Rules speak of the events of the sample bank.</summary>
internal static class BankingStages
{
    internal static LifecycleMetricCatalog Metrics() => new()
    {
        Id = "banking.stage-metrics",
        Version = 1,
        Sets =
        [
            Set(
                LifecycleStage.Introduction,
                new() { Id = "introduction.registered", Name = new("近30天注册的用户占比", "Share who registered within 30 days"), Rule = Rule.Event("register").InLast(30, WindowUnit.Day).AtLeast(1) },
                new() { Id = "introduction.channel-conversion", Name = new("渠道转化:获客后激活的用户占比", "Conversion of the channel: share of the acquired who are activated"), MetricId = GrowthMetrics.ActivatedShare }),
            Set(
                LifecycleStage.Growth,
                new() { Id = "growth.card-bound", Name = new("绑卡用户占比", "Share with a card bound"), Rule = Rule.Event("bind_card").AtLeast(1) },
                new() { Id = "growth.first-transaction", Name = new("完成首笔交易的用户占比", "Share with a first transaction"), Rule = Rule.Event("pay").AtLeast(1).Or(Rule.Event("transfer").AtLeast(1)) }),
            Set(
                LifecycleStage.Maturity,
                new() { Id = "maturity.frequency", Name = new("30天内交易8次及以上的用户占比", "Share with 8 payments or more in 30 days"), Rule = Rule.Event("pay").InLast(30, WindowUnit.Day).AtLeast(8) },
                new() { Id = "maturity.installments", Name = new("办理分期的用户占比", "Share with an installment plan"), Rule = Rule.Event("apply_installment").AtLeast(1) },
                new() { Id = "maturity.installment-amount", Name = new("户均分期金额", "Installment amount per user") }),
            Set(
                LifecycleStage.Dormant,
                new LifecycleMetric { Id = "dormant.wake-up", Name = new("唤醒率", "Wake-up rate"), MetricId = LifecycleMetrics.WakeUpRate }),
            Set(
                LifecycleStage.Churned,
                new LifecycleMetric { Id = "churned.recall", Name = new("召回率", "Recall rate"), MetricId = LifecycleMetrics.RecallRate }),
        ],
    };

    internal static LifecycleStrategyCatalog Strategies() => new()
    {
        Id = "banking.stage-strategies",
        Version = 1,
        Strategies =
        [
            new()
            {
                Id = "introduction.first-steps",
                Stage = LifecycleStage.Introduction,
                Goal = OperationGoal.Acquire,
                Name = new("新手引导", "First steps"),
                Actions = [new("注册后按步骤引导绑卡", "Guide to binding a card, step by step"), new("首绑首付的新手权益", "A newcomer benefit for the first card and the first payment")],
                Audience = Rule.Event("bind_card").Never(),
                MetricId = GrowthMetrics.ActivatedShare,
                IsDefault = true,
            },
            new()
            {
                Id = "growth.second-use",
                Stage = LifecycleStage.Growth,
                Goal = OperationGoal.Activate,
                Name = new("培养使用习惯", "From the first use to a habit"),
                Actions = [new("常用场景的任务与积分", "Tasks and points for everyday uses"), new("相近场景的优惠推荐", "Offers close to what was used")],
                Audience = Rule.Event("pay").InLast(30, WindowUnit.Day).AtMost(1),
                MetricId = GrowthMetrics.RetainedShare,
                IsDefault = true,
            },
            new()
            {
                Id = "maturity.more-products",
                Stage = LifecycleStage.Maturity,
                Goal = OperationGoal.Retain,
                Name = new("交叉推荐", "More products"),
                Actions = [new("出账日推荐账单分期", "Offer installments on the statement date"), new("按资产与风险偏好推荐理财", "Offer investments by assets and risk preference")],
                Audience = Rule.Event("buy_fund").Never(),
                MetricId = GrowthMetrics.RevenueOfRetained,
                IsDefault = true,
            },
            new()
            {
                Id = "dormant.remind",
                Stage = LifecycleStage.Dormant,
                Goal = OperationGoal.Activate,
                Name = new("唤醒", "Wake up"),
                Actions = [new("缴费、还款、权益到期提醒", "Reminders of bills, repayments and benefits that end"), new("回访礼与个性化内容", "A welcome back, and content by what was used before")],
                MetricId = LifecycleMetrics.WakeUpRate,
                IsDefault = true,
            },
            new()
            {
                Id = "churned.recall",
                Stage = LifecycleStage.Churned,
                Goal = OperationGoal.Retain,
                Name = new("召回", "Recall"),
                Actions = [new("按流失原因分组触达,限定频次", "Address by the reason of leaving, and seldom"), new("留对照组衡量召回效果", "Keep a holdout, to see what the recall itself did")],
                MetricId = LifecycleMetrics.RecallRate,
                IsDefault = true,
            },
        ],
    };

    private static LifecycleMetricSet Set(LifecycleStage stage, params ImmutableArray<LifecycleMetric> metrics) => new() { Stage = stage, Metrics = metrics, IsDefault = true };
}
