namespace UserOps.Models.Portraits;

/// <summary>Why a portrait shows a value, or none.</summary>
public enum PortraitValueState
{
    /// <summary>The value is shown.</summary>
    Known,

    /// <summary>The user has no value.</summary>
    Missing,

    /// <summary>The dataset has no such column.</summary>
    Absent,

    /// <summary>The data hold a value that the definition of the tag does not allow, or a sum beyond 64 bits.</summary>
    Refused,

    /// <summary>It is too sensitive to be shown; nothing is said of whether there is one.</summary>
    Withheld,
}
