namespace UserOps.Models.Tags;

/// <summary>To which of two neighboring bins the edge between them belongs.</summary>
public enum BinClosure
{
    /// <summary>To the upper one: a bin holds its lower edge and not its upper one, [low, high).</summary>
    Left,

    /// <summary>To the lower one: a bin holds its upper edge and not its lower one, (low, high].</summary>
    Right,
}
