using System.Collections.Immutable;
using System.Numerics;

namespace UserOps.Models.Tags;

/// <summary>Adds up points, element by element, in whole units.</summary>
internal static class ScoreValues
{
    internal static TagColumn Of(TagDefinition tag, ScoreComputation score, UserDirectory directory, ImmutableArray<RowTruth> truths, TagTimes times)
    {
        int scale = ScorePoints.ScaleOf(score.Elements);
        long[] points = new long[directory.Count];
        long[] lower = new long[directory.Count];
        long[] upper = new long[directory.Count];
        for (int i = 0; i < truths.Length; i++)
        {
            long worth = ScorePoints.UnitsOf(score.Elements[i].Points, scale);
            Add(worth, truths[i].True, points);
            Add(worth, truths[i].True, lower);
            Add(worth, truths[i].True, upper);
            Add(worth, truths[i].Unknown, worth < 0 ? lower : upper);
        }

        var scores = new TagScores(score, directory, Quantities(tag, points, scale), Quantities(tag, lower, scale), Quantities(tag, upper, scale), truths);
        return tag.ValueType == TagValueType.Number
            ? new(tag.Id, directory, scores.Values, times, Where(directory, row => lower[row] != upper[row])) { Scores = scores }
            : OfBands(tag, directory, scores, times);
    }

    /// <summary>Bands rise with the score, so between its ends lies no band that neither end has a part in.</summary>
    private static TagColumn OfBands(TagDefinition tag, UserDirectory directory, TagScores scores, TagTimes times)
    {
        ImmutableArray<string> listed = [.. tag.Values.Select(label => label.Value)];
        int BandOf(QuantityColumn column, int row) => scores.BandOf(column[row]!.Value) is { } band ? listed.IndexOf(band, StringComparer.Ordinal) : -1;
        int[] codes = [.. Enumerable.Range(0, directory.Count).Select(row => BandOf(scores.Values, row))];
        UserSet uncertain = Where(directory, row => BandOf(scores.Lower, row) != BandOf(scores.Upper, row));
        return new(tag.Id, directory, TagColumnValues.OfCodes(tag.Id, codes, listed), times, uncertain) { Scores = scores };
    }

    private static void Add(long points, ReadOnlySpan<ulong> users, Span<long> sums)
    {
        for (int word = 0; word < users.Length; word++)
        {
            for (ulong left = users[word]; left != 0; left &= left - 1)
            {
                sums[(word << 6) + BitOperations.TrailingZeroCount(left)] += points;
            }
        }
    }

    private static QuantityColumn Quantities(TagDefinition tag, long[] units, int scale) => new(Field.Quantity(tag.FieldName, scale), units, null);

    private static UserSet Where(UserDirectory directory, Func<int, bool> test)
    {
        var words = new ulong[BitKernels.WordsFor(directory.Count)];
        for (int row = 0; row < directory.Count; row++)
        {
            words[row >> 6] |= RowKernels.Bit(test(row)) << row;
        }

        return new(directory, words);
    }
}
