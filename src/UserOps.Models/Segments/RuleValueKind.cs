namespace UserOps.Models;

/// <summary>What a <see cref="RuleValue"/> is.</summary>
public enum RuleValueKind
{
    /// <summary>Text; also an instant or a date in ISO 8601, which the column's kind decides.</summary>
    Text,

    /// <summary>A decimal number.</summary>
    Number,

    /// <summary>True or false.</summary>
    Flag,
}
