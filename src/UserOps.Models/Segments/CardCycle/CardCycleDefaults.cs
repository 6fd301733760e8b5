using System.Collections.Immutable;

namespace UserOps.Models;

/// <summary>The shipped table of card nodes, and the longest a node may hold.</summary>
internal static class CardCycleDefaults
{
    /// <summary>From 28 February, or from 31 January, to the next date is 28 days; a node that held longer would still hold when the next one begins.</summary>
    internal const int LongestMonthlyNode = 28;

    /// <summary>The shortest year.</summary>
    internal const int LongestYearlyNode = 365;

    internal static ImmutableArray<CardCycleNodeRule> Nodes { get; } =
    [
        Of(CardCycleNode.PaymentDue, "payment_day", CardCycleTiming.Monthly, 3, 0, "还款日", "payment due"),
        Of(CardCycleNode.Installment, "installment_on", CardCycleTiming.Once, 3, 0, "分期还款", "installment due", missingIsNever: true),
        Of(CardCycleNode.Expiry, "expires_on", CardCycleTiming.Once, 60, 30, "到期换卡", "card expiry"),
        Of(CardCycleNode.AnnualFee, "annual_fee_from", CardCycleTiming.Yearly, 15, 0, "年费", "annual fee"),
        Of(CardCycleNode.FirstUse, "first_used_on", CardCycleTiming.Once, 0, 30, "首刷", "first use", missingIsNever: true),
        Of(CardCycleNode.Activation, "activated_on", CardCycleTiming.Once, 0, 30, "激活", "activation", missingIsNever: true),
        Of(CardCycleNode.Approval, "approved_on", CardCycleTiming.Once, 0, 30, "核卡", "approval"),
        Of(CardCycleNode.Statement, "statement_day", CardCycleTiming.Monthly, 0, 2, "账单日", "statement"),
    ];

    private static CardCycleNodeRule Of(
        CardCycleNode node, string field, CardCycleTiming timing, int before, int after, string zh, string en, bool missingIsNever = false) => new()
        {
            Node = node,
            Field = field,
            Timing = timing,
            DaysBefore = before,
            DaysAfter = after,
            MissingIsNever = missingIsNever,
            DisplayName = new(zh, en),
        };
}
