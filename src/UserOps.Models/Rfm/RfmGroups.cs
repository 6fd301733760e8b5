using System.Collections.Immutable;

namespace UserOps.Models.Rfm;

/// <summary>What the eight groups are made of, and what they are called where people read them.</summary>
public static class RfmGroups
{
    private static readonly ImmutableArray<string> Codes = ["111", "011", "101", "001", "110", "010", "100", "000"];

    private static readonly ImmutableArray<LocalizedText> Names =
    [
        new("重要价值用户", "important, valuable"),
        new("重要保持用户", "important, to be kept"),
        new("重要发展用户", "important, to be developed"),
        new("重要挽留用户", "important, to be won back"),
        new("一般价值用户", "general, valuable"),
        new("一般保持用户", "general, to be kept"),
        new("一般发展用户", "general, to be developed"),
        new("一般挽留用户", "general, to be won back"),
    ];

    /// <summary>Gets all eight, in their order.</summary>
    public static ImmutableArray<RfmGroup> All { get; } = [.. Enum.GetValues<RfmGroup>()];

    /// <summary>Gets the group of three sides.</summary>
    /// <param name="recencyHigh">Whether the last purchase is recent.</param>
    /// <param name="frequencyHigh">Whether purchases are many.</param>
    /// <param name="monetaryHigh">Whether the value is high.</param>
    public static RfmGroup Of(bool recencyHigh, bool frequencyHigh, bool monetaryHigh)
        => (RfmGroup)((recencyHigh ? 0 : 1) + (frequencyHigh ? 0 : 2) + (monetaryHigh ? 0 : 4));

    /// <summary>Gets the three sides as text: R, F and M, 1 for high; "011" is <see cref="RfmGroup.ImportantKeep"/>.</summary>
    /// <param name="group">One of the eight.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is none of the eight.</exception>
    public static string CodeOf(RfmGroup group) => Codes[IndexOf(group)];

    /// <summary>Gets the display name.</summary>
    /// <param name="group">One of the eight.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is none of the eight.</exception>
    public static LocalizedText NameOf(RfmGroup group) => Names[IndexOf(group)];

    private static int IndexOf(RfmGroup group) => group is >= RfmGroup.ImportantValue and <= RfmGroup.GeneralWinBack
        ? (int)group
        : throw new ArgumentOutOfRangeException(nameof(group), group, "This is not one of the eight groups.");
}
