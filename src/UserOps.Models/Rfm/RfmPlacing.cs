using System.Collections.Immutable;

namespace UserOps.Models.Rfm;

/// <summary>Where each member stands: scores, group, segment; and the boundaries that put them there.</summary>
internal sealed class RfmPlacing
{
    private static readonly RfmAxis[] Axes = Enum.GetValues<RfmAxis>();

    private readonly RfmAxes _axes;
    private readonly RfmLabelRule _labels;
    private readonly AxisCut[] _split;
    private readonly Lazy<RfmCuts?> _cuts; // most who ask for scores do not share them

    private RfmPlacing(RfmAxes axes, AxisCut[] split, RfmLabelRule labels)
    {
        _axes = axes;
        _labels = labels;
        _split = split;
        _cuts = new(() => axes.CutsOf(split));
        Split = axes.ReadableOf(split);
    }

    /// <summary>Gets the scores of recency: shape [members]; at least 1.</summary>
    internal required byte[] Recency { get; init; }

    /// <summary>Gets the scores of frequency: shape [members]; at least 1.</summary>
    internal required byte[] Frequency { get; init; }

    /// <summary>Gets the scores of the third axis: shape [members]; 0 without a value.</summary>
    internal required byte[] Monetary { get; init; }

    /// <summary>Gets the scores of length: shape [members]; null without that axis.</summary>
    internal byte[]? Length { get; init; }

    /// <summary>Gets the groups, or what stands in their place: shape [members]; codes of <see cref="RfmSides"/>.</summary>
    internal required byte[] Sides { get; init; }

    /// <summary>Gets the segments: shape [members], negative without one; empty without a table.</summary>
    internal required short[] Segments { get; init; }

    internal RfmSegmentModel? Table { get; init; }

    /// <summary>Gets what others can be measured by; null where an axis has no cuts.</summary>
    internal RfmCuts? Cuts => _cuts.Value;

    /// <summary>Gets the cuts between high and low, for people to read; null where nobody has a group.</summary>
    internal RfmGivenCuts? Split { get; }

    internal static RfmPlacing Of(RfmQuestion question, RfmFacts facts, RfmSegmentModel? table, Workers workers)
    {
        var axes = new RfmAxes(question, facts);
        (byte[] Sides, AxisCut[] Cuts) split = ([], []);
        var scores = new byte[]?[Axes.Length];
        workers.ForEach(Axes.Length + 1, part =>
        {
            if (part == 0)
            {
                split = axes.Group();
            }
            else
            {
                scores[part - 1] = axes.Score(Axes[part - 1]);
            }
        });
        return new(axes, split.Cuts, question.Definition.Labels)
        {
            Recency = scores[(int)RfmAxis.Recency]!,
            Frequency = scores[(int)RfmAxis.Frequency]!,
            Monetary = scores[(int)RfmAxis.Monetary]!,
            Length = scores[(int)RfmAxis.Length],
            Sides = split.Sides,
            Segments = SegmentsOf(scores[(int)RfmAxis.Recency]!, scores[(int)RfmAxis.Frequency]!, scores[(int)RfmAxis.Monetary]!, table),
            Table = table,
        };
    }

    /// <summary>Gets the scores of an axis; null for length where it is not asked.</summary>
    internal byte[]? ScoresOf(RfmAxis axis) => axis switch
    {
        RfmAxis.Recency => Recency,
        RfmAxis.Frequency => Frequency,
        RfmAxis.Monetary => Monetary,
        _ => Length,
    };

    internal RfmCell? CellOf(int member) => Monetary[member] == 0 ? null : new(Recency[member], Frequency[member], Monetary[member]);

    internal RfmGroup? GroupOf(int member) => RfmSides.GroupOf(Sides[member]);

    internal RfmLabel? LabelOf(int member) => RfmSides.LabelOf(Sides[member], _labels);

    internal RfmSegment? SegmentOf(int member) => Table is not null && Segments[member] >= 0 ? Table.Segments[Segments[member]] : null;

    /// <summary>Finds a segment.</summary>
    /// <exception cref="ArgumentException">There is no table, or no such segment in it.</exception>
    internal int IndexOf(string segment, string parameterName)
    {
        for (int index = 0; index < Table?.Segments.Length; index++)
        {
            if (Table.Segments[index].Id == segment)
            {
                return index;
            }
        }

        throw new ArgumentException(
            Table is null
                ? "The definition has no segment table."
                : $"There is no segment '{segment}'; there are {string.Join(", ", Table.Segments.Select(one => one.Id))}.",
            parameterName);
    }

    /// <summary>Gets the cuts between the scores of an axis; null where ranks decide, or nobody has a value.</summary>
    internal RfmBoundaries? BoundariesOf(RfmAxis axis) => _axes.BoundariesOf(axis);

    /// <summary>Says whether a value is on the better side of the split.</summary>
    /// <param name="axis">Recency, frequency or the third one.</param>
    /// <param name="value">The value.</param>
    internal bool? IsHigh(RfmAxis axis, decimal value)
        => _split.Length == 0 ? null : _split[(int)axis].IsPassedBy(ExactNumber.Of(value)) != _split[(int)axis].LowerIsBetter;

    /// <summary>Counts the members with each score.</summary>
    internal ImmutableArray<RfmScoreCounts> CountScores()
        => [.. Axes.Where(axis => ScoresOf(axis) is not null).Select(axis => new RfmScoreCounts(axis, CountOf(ScoresOf(axis)!, _axes.TopOf(axis))))];

    private static ImmutableArray<long> CountOf(byte[] scores, int top)
    {
        var counts = new long[256];
        foreach (byte score in scores)
        {
            counts[score]++;
        }

        return [.. counts[1..(top + 1)]];
    }

    private static short[] SegmentsOf(byte[] recency, byte[] frequency, byte[] monetary, RfmSegmentModel? table)
    {
        var segments = new short[table is null ? 0 : recency.Length];
        for (int member = 0; member < segments.Length; member++)
        {
            segments[member] = monetary[member] == 0
                ? RfmSegmentModel.NoSegment
                : (short)table!.IndexOf(recency[member], frequency[member], monetary[member]);
        }

        return segments;
    }
}
