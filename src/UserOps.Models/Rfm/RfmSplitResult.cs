using System.Collections.Immutable;

namespace UserOps.Models.Rfm;

/// <summary>The cuts of three axes, and the group of everybody.</summary>
public sealed class RfmSplitResult
{
    private readonly ImmutableArray<long> _counts;

    internal RfmSplitResult(RfmSplit split, AxisCut recency, AxisCut frequency, AxisCut monetary, ImmutableArray<RfmGroup> groups)
    {
        Split = split;
        RecencyCut = recency.At.ToDouble();
        FrequencyCut = frequency.At.ToDouble();
        MonetaryCut = monetary.At.ToDouble();
        Groups = groups;
        var counts = new long[RfmGroups.All.Length];
        foreach (RfmGroup group in groups)
        {
            counts[(int)group]++;
        }

        _counts = [.. counts];
    }

    /// <summary>Gets what was asked.</summary>
    public RfmSplit Split { get; }

    /// <summary>Gets the double nearest to the cut of recency; values were compared with the cut itself.</summary>
    public double RecencyCut { get; }

    /// <summary>Gets the double nearest to the cut of frequency.</summary>
    public double FrequencyCut { get; }

    /// <summary>Gets the double nearest to the cut of the monetary value.</summary>
    public double MonetaryCut { get; }

    /// <summary>Gets the groups, in the order of the values.</summary>
    public ImmutableArray<RfmGroup> Groups { get; }

    /// <summary>Counts a group.</summary>
    /// <param name="group">One of the eight.</param>
    /// <returns>How many are in it; 0 for a group nobody is in.</returns>
    /// <exception cref="ArgumentOutOfRangeException">It is none of the eight.</exception>
    public long CountOf(RfmGroup group) => group is >= RfmGroup.ImportantValue and <= RfmGroup.GeneralWinBack
        ? _counts[(int)group]
        : throw new ArgumentOutOfRangeException(nameof(group), group, "This is not one of the eight groups.");
}
