namespace UserOps.Models.Tags;

/// <summary>What happens when two edges cut at quantiles fall on one value, because many users share it.</summary>
public enum TiedEdges
{
    /// <summary>The cut is refused and says which labels would be left without a bin.</summary>
    Refuse,

    /// <summary>The bins between equal edges are left out, and with them their labels; the others keep theirs.</summary>
    Merge,
}
