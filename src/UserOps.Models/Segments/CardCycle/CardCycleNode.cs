namespace UserOps.Models;

/// <summary>A key moment in the use of a credit card (用卡关键节点).</summary>
public enum CardCycleNode
{
    /// <summary>The card was granted (核卡).</summary>
    Approval,

    /// <summary>The card was activated (激活).</summary>
    Activation,

    /// <summary>The card was used for the first time (首刷).</summary>
    FirstUse,

    /// <summary>The statement is made (账单日).</summary>
    Statement,

    /// <summary>The payment is due (还款日).</summary>
    PaymentDue,

    /// <summary>An installment is due (分期还款).</summary>
    Installment,

    /// <summary>The annual fee is charged (年费).</summary>
    AnnualFee,

    /// <summary>The card expires (到期换卡).</summary>
    Expiry,
}
