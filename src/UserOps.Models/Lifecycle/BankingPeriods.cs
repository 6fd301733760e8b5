namespace UserOps.Models.Lifecycle;

/// <summary>What is shipped for each period of a user of the app of a bank: an example to edit. Rules speak of the events of the sample bank.</summary>
internal static class BankingPeriods
{
    internal static ActivationWayCatalog Ways() => new()
    {
        Id = "banking.activation-ways",
        Version = 1,
        Ways =
        [
            new()
            {
                Id = "new.first-use",
                Period = UserPeriod.New,
                Name = new("尽快体验核心功能", "Bring to the core feature soon"),
                Actions = [new("新手任务与首次权益", "Tasks for newcomers, a benefit for the first time"), new("未绑卡用户的分步引导", "Step-by-step help for users without a card")],
                Audience = Rule.Event("bind_card").Never(),
                IsDefault = true,
            },
            new()
            {
                Id = "growing.rhythm",
                Period = UserPeriod.Growing,
                Name = new("建立使用节奏", "Give a rhythm"),
                Actions = [new("签到与连续任务", "Check-ins and tasks that build on each other"), new("周期性账单与优惠提醒", "Reminders of bills and offers that come back")],
                Audience = Rule.Event("login").InLast(30, WindowUnit.Day).DistinctDays().AtMost(8),
                IsDefault = true,
            },
            new()
            {
                Id = "growing.share",
                Period = UserPeriod.Growing,
                Name = new("互动与分享", "Take part and share"),
                Actions = [new("内容点赞、评论与分享激励", "Rewards for likes, comments and shares")],
                IsDefault = true,
            },
            new()
            {
                Id = "mature.privilege",
                Period = UserPeriod.Mature,
                Name = new("会员与专属权益", "Membership and privileges"),
                Actions = [new("等级权益与专属客服", "Benefits by level, an adviser of their own"), new("邀请好友的双向权益", "A benefit for both sides of an invitation")],
                Audience = Rule.Event("pay").InLast(30, WindowUnit.Day).AtLeast(4),
                IsDefault = true,
            },
        ],
    };
}
