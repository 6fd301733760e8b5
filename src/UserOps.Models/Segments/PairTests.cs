using System.Collections.Immutable;
using System.Diagnostics;

namespace UserOps.Models;

/// <summary>Binds a comparison of two columns of one kind, row by row.</summary>
internal static class PairTests
{
    internal static RowTest Of(ComparisonRule rule, Column field, Column other)
    {
        // Two questions are enough: "greater" is "less" with the columns exchanged, the others are complements.
        bool exchanged = rule is GreaterThan or AtMost;
        bool complemented = rule is NotEqualTo or AtLeast or AtMost;
        bool equal = rule is EqualTo or NotEqualTo;
        RowBits matches = exchanged ? Matches(other, field, equal) : Matches(field, other, equal);
        return new(matches, complemented, RowTest.KnownRowsOf(field, other));
    }

    private static RowBits Matches(Column left, Column right, bool equal) => (left, right) switch
    {
        (AmountColumn one, AmountColumn two) => Units(() => one.Units, one.Scale, () => two.Units, two.Scale, equal),
        (QuantityColumn one, QuantityColumn two) => Units(() => one.Units, one.Scale, () => two.Units, two.Scale, equal),
        (NumberColumn one, NumberColumn two) => new PairScan<double>(() => one.Values, () => two.Values, equal, sizeof(double)),
        (InstantColumn one, InstantColumn two) => new PairScan<long>(() => one.UtcTicks, () => two.UtcTicks, equal, sizeof(long)),
        (DateColumn one, DateColumn two) => new PairScan<int>(() => one.DayNumbers, () => two.DayNumbers, equal, sizeof(int)),
        (FlagColumn one, FlagColumn two) => SameFlags(one, two),
        (CategoryColumn one, CategoryColumn two) => Texts(one, two, equal),
        _ => throw new UnreachableException($"{left.Field.Kind} and {right.Field.Kind} were to be refused."),
    };

    private static ScannedBits Units(ColumnValues<long> left, int leftScale, ColumnValues<long> right, int rightScale, bool equal)
    {
        int scale = Math.Max(leftScale, rightScale);
        return leftScale == rightScale
            ? new PairScan<long>(left, right, equal, sizeof(long))
            : new ScaledPairScan(left, DecimalUnits.PowerOfTen(scale - leftScale), right, DecimalUnits.PowerOfTen(scale - rightScale), equal);
    }

    private static StoredBits SameFlags(FlagColumn left, FlagColumn right)
    {
        var same = new ulong[left.Bits.Length];
        for (int i = 0; i < same.Length; i++)
        {
            same[i] = ~(left.Bits[i] ^ right.Bits[i]);
        }

        return new(same);
    }

    /// <summary>Two dictionaries have different codes for one text: ranks in the union of both are comparable.</summary>
    private static PairScan<int> Texts(CategoryColumn left, CategoryColumn right, bool equal)
    {
        string[] union = [.. left.Values.Union(right.Values, StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        int[] leftRanks = RanksOf(left, union);
        int[] rightRanks = RanksOf(right, union);
        return new(() => leftRanks, () => rightRanks, equal, 8);
    }

    private static int[] RanksOf(CategoryColumn column, string[] sorted)
    {
        ImmutableArray<int> rankOfCode = [.. column.Values.Select(text => Array.BinarySearch(sorted, text, StringComparer.Ordinal))];
        var ranks = new int[column.Count];
        for (int row = 0; row < ranks.Length; row++)
        {
            ranks[row] = column.CodeAt(row) is >= 0 and var code ? rankOfCode[code] : 0;
        }

        return ranks;
    }
}
