using System.Collections.Immutable;

namespace UserOps.Models.Portraits;

/// <summary>Decides which counts of a table are hidden, so that none of them follows from the others.</summary>
/// <remarks>
/// First every count from 1 to k - 1. Then, while some line of the table gives a hidden count away, one count more. A line gives one away when the
/// equations of all lines have a single value for it (seen by elimination), or when the hidden parts of a line, whose sum anybody can compute
/// from what is shown, hold fewer than k users together. A. Hundepool et al., <i>Statistical Disclosure Control</i>, 2012, chapter 4.
/// </remarks>
internal sealed class Suppression
{
    private readonly long[] _counts;
    private readonly ImmutableArray<SumLine> _lines;
    private readonly bool[] _hidden;

    private Suppression(long[] counts, ImmutableArray<SumLine> lines, long minimum)
    {
        _counts = counts;
        _lines = lines;
        _hidden = [.. counts.Select(count => count > 0 && count < minimum)];
    }

    /// <summary>Says which counts are hidden.</summary>
    /// <param name="counts">All counts of a table, totals among them.</param>
    /// <param name="lines">Which of them add up to which.</param>
    /// <param name="minimum">The size from which on a group may be shown; 1 or more.</param>
    internal static bool[] Of(long[] counts, ImmutableArray<SumLine> lines, long minimum)
    {
        var table = new Suppression(counts, lines, minimum);
        while (table.NextToHide(minimum) is { } cell)
        {
            table._hidden[cell] = true;
        }

        return table._hidden;
    }

    private int? NextToHide(long minimum)
    {
        foreach (SumLine line in _lines)
        {
            if (!_hidden[line.Total] && line.Parts.Any(part => _hidden[part])
                && line.Parts.Where(part => _hidden[part]).Sum(part => _counts[part]) < minimum)
            {
                return Smallest(line.Parts) ?? line.Total;
            }
        }

        foreach (int given in HiddenEquations.Determined(_lines, _hidden))
        {
            foreach (SumLine line in _lines)
            {
                if (line.Total == given || line.Parts.Contains(given))
                {
                    if ((Smallest(line.Parts) ?? (_hidden[line.Total] ? null : line.Total)) is { } cover)
                    {
                        return cover;
                    }
                }
            }
        }

        return null;
    }

    // The smallest count hides most of what is hidden and loses least; a count of nobody covers nothing where somebody else can.
    private int? Smallest(ImmutableArray<int> parts)
    {
        int? best = null;
        foreach (int part in parts)
        {
            if (!_hidden[part] && _counts[part] > 0 && (best is not { } other || _counts[part] < _counts[other]))
            {
                best = part;
            }
        }

        return best;
    }
}
