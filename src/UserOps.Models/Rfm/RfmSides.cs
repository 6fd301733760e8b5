namespace UserOps.Models.Rfm;

/// <summary>The sides of a member in a byte: the number of one of the eight groups, or, without a value on the third axis, the sides of the other two.</summary>
internal static class RfmSides
{
    /// <summary>The first of four codes without a group: no value on the third axis, and the bits of recency and frequency as in a group.</summary>
    internal const byte NoGroup = 8;

    /// <summary>How many codes there are.</summary>
    internal const int Count = 12;

    internal static RfmGroup? GroupOf(byte sides) => sides < NoGroup ? (RfmGroup)sides : null;

    /// <summary>Gets the label of a member; without a group null where the rule would need the third axis to decide.</summary>
    internal static RfmLabel? LabelOf(byte sides, RfmLabelRule rule)
    {
        RfmLabel label = rule.LabelOf((RfmGroup)(sides & (NoGroup - 1)));
        return sides < NoGroup || label == rule.LabelOf((RfmGroup)(sides & (NoGroup - 1) | RfmSplitKernels.LowMonetary)) ? label : null;
    }
}
