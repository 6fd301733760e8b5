using System.Text.Json.Serialization;

namespace UserOps.Models;

/// <summary>How a number of a user is compared with a number of a rule.</summary>
public enum Comparison
{
    /// <summary>Equal; exact for counts, amounts and quantities.</summary>
    [JsonStringEnumMemberName("eq")]
    EqualTo,

    /// <summary>Not equal.</summary>
    [JsonStringEnumMemberName("ne")]
    NotEqualTo,

    /// <summary>Less.</summary>
    [JsonStringEnumMemberName("lt")]
    LessThan,

    /// <summary>Less or equal.</summary>
    [JsonStringEnumMemberName("le")]
    AtMost,

    /// <summary>Greater.</summary>
    [JsonStringEnumMemberName("gt")]
    GreaterThan,

    /// <summary>Greater or equal.</summary>
    [JsonStringEnumMemberName("ge")]
    AtLeast,
}
