namespace UserOps.Models;

/// <summary>Limits of the segment room, each named once.</summary>
internal static class SegmentDefaults
{
    /// <summary>
    /// How deep a rule may nest, counted as JSON counts: one for each object and one for each list of operands. JSON text ends at 64;
    /// the rest is left to the definition around the rule, so that every rule a model takes can also be written.
    /// </summary>
    internal const int MaximumDepth = 48;

    /// <summary>How many nodes, steps, values and names a rule may have. Longer lists of users are sets, not rules.</summary>
    internal const int MaximumParts = 100_000;

    /// <summary>How deep a text may nest that is read as a rule to be validated.</summary>
    internal const int MaximumTextDepth = 1_024;

    /// <summary>Characters of a text that is read as a rule to be validated.</summary>
    internal const int MaximumTextLength = 1 << 22;

    /// <summary>Words of one block of a row program: 2 KiB a bitmap, so that the bitmaps of a rule stay in the first cache.</summary>
    internal const int BlockWords = 256;

    /// <summary>Rows of one block.</summary>
    internal const int BlockRows = BlockWords * 64;

    /// <summary>Words of all day bitmaps of a filter: 256 MiB. Beyond, the user days are smaller and answer the same.</summary>
    internal const int DayBitmapWords = 1 << 25;

    /// <summary>Up to so many strata - layers, stages, tiers, classes - nobody is warned.</summary>
    internal const int MostStrata = 7;
}
