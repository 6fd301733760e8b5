namespace UserOps.Models;

/// <summary>What a rule says of one user.</summary>
public enum RuleAnswer
{
    /// <summary>The rule holds.</summary>
    True,

    /// <summary>The rule does not hold.</summary>
    False,

    /// <summary>A value it needs is missing, or a time it waits for is not over.</summary>
    Unknown,
}
