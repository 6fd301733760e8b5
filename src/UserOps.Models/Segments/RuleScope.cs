namespace UserOps.Models;

/// <summary>Of what a rule is asked.</summary>
internal enum RuleScope
{
    /// <summary>Of users: every node.</summary>
    Users,

    /// <summary>Of events: boolean nodes and plain tests of fields.</summary>
    Events,
}
