namespace UserOps.Models.Lifecycle;

/// <summary>Which of the two signs of a leaving user must pass its limit before a warning is given.</summary>
public enum ChurnCombination
{
    /// <summary>The gap and the amounts: few warnings, and the usual definition.</summary>
    Both,

    /// <summary>The gap, or the amounts, or both: more warnings, more of them false.</summary>
    Either,

    /// <summary>The gap alone: for apps without money, and where amounts are missing. A trend that is asked for is told, and decides nothing.</summary>
    GapOnly,
}
