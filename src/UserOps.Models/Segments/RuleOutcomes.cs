namespace UserOps.Models;

/// <summary>The answers a node may give, whoever is asked; never fewer than it can give.</summary>
[Flags]
internal enum RuleOutcomes
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>It may be true.</summary>
    True = 1,

    /// <summary>It may be false.</summary>
    False = 2,

    /// <summary>It may be unknown.</summary>
    Unknown = 4,

    /// <summary>It is never unknown.</summary>
    Known = True | False,

    /// <summary>It may give any answer.</summary>
    Any = Known | Unknown,
}
