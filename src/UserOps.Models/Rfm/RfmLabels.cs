using System.Collections.Immutable;

namespace UserOps.Models.Rfm;

/// <summary>What the three labels are called where people read them.</summary>
public static class RfmLabels
{
    private static readonly ImmutableArray<LocalizedText> Names = [new("潜力型", "potential"), new("活跃型", "active"), new("沉睡型", "dormant")];

    /// <summary>Gets all three, in their order.</summary>
    public static ImmutableArray<RfmLabel> All { get; } = [.. Enum.GetValues<RfmLabel>()];

    /// <summary>Gets the display name; in English in lower case, as inside a sentence.</summary>
    /// <param name="label">One of the three.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is none of the three.</exception>
    public static LocalizedText NameOf(RfmLabel label) => label is >= RfmLabel.Potential and <= RfmLabel.Dormant
        ? Names[(int)label]
        : throw new ArgumentOutOfRangeException(nameof(label), label, "This is not one of the three labels.");
}
