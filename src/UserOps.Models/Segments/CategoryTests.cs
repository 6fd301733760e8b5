using System.Diagnostics;
using System.Numerics;

namespace UserOps.Models;

/// <summary>Judges a field node once per distinct text of a column, and turns the answers into the cheapest scan over codes.</summary>
internal static class CategoryTests
{
    /// <summary>Binds a comparison, range or list to a column of few texts.</summary>
    internal static RowTest Of(FieldRule rule, CategoryColumn column)
    {
        var set = new ulong[Math.Max(BitKernels.WordsFor(column.Values.Length), 4)];
        int held = 0;
        Func<string, bool> holds = Predicate(rule);
        for (int code = 0; code < column.Values.Length; code++)
        {
            if (holds(column.Values[code]))
            {
                set[code >> 6] |= 1UL << code;
                held++;
            }
        }

        return held == 0 ? RowTest.Of(null, column)
            : held == column.Values.Length ? RowTest.Of(null, column).Complement()
            : IsRun(set, held, out int first) ? RowTest.Of(CodeRange(column, first, first + held - 1), column)
            : RowTest.Of(CodeSet(column, set), column);
    }

    /// <summary>Gives the test of one text; ordinal by UTF-16 code unit.</summary>
    internal static Func<string, bool> Predicate(FieldRule rule)
    {
        if (rule is MembershipRule membership)
        {
            var texts = membership.Values.Select(value => value.Text!).ToHashSet(StringComparer.Ordinal);
            return rule is OneOf ? texts.Contains : text => !texts.Contains(text);
        }

        if (rule is Between between)
        {
            return text => IsAbove(text, between.Low.Text!, between.LowInclusive) && IsAbove(between.High.Text!, text, between.HighInclusive);
        }

        string value = ((ComparisonRule)rule).Value!.Text!;
        return rule switch
        {
            EqualTo => text => text == value,
            NotEqualTo => text => text != value,
            LessThan => text => string.CompareOrdinal(text, value) < 0,
            AtMost => text => string.CompareOrdinal(text, value) <= 0,
            GreaterThan => text => string.CompareOrdinal(text, value) > 0,
            AtLeast => text => string.CompareOrdinal(text, value) >= 0,
            _ => throw new UnreachableException(),
        };
    }

    private static bool IsAbove(string text, string limit, bool inclusive)
        => string.CompareOrdinal(text, limit) is var order && (order > 0 || (inclusive && order == 0));

    /// <summary>Says whether the codes of a set follow each other without a gap.</summary>
    private static bool IsRun(ReadOnlySpan<ulong> set, int held, out int first)
    {
        int word = set.IndexOfAnyExcept(0UL);
        first = (word << 6) + BitOperations.TrailingZeroCount(set[word]);
        for (int code = first; code < first + held; code++)
        {
            if (code >> 6 >= set.Length || (set[code >> 6] >> code & 1) == 0)
            {
                return false;
            }
        }

        return true;
    }

    private static ScannedBits CodeRange(CategoryColumn column, int first, int last)
        => !column.NarrowCodes.IsEmpty ? new RangeScan<byte>(() => column.NarrowCodes, (byte)first, (byte)last, 1)
        : !column.MediumCodes.IsEmpty ? new RangeScan<ushort>(() => column.MediumCodes, (ushort)first, (ushort)last, 2)
        : new RangeScan<int>(() => column.WideCodes, first, last, 4);

    private static ScannedBits CodeSet(CategoryColumn column, ulong[] set)
        => !column.NarrowCodes.IsEmpty ? new NarrowCodeScan(column, set)
        : !column.MediumCodes.IsEmpty ? new WideCodeScan<ushort>(() => column.MediumCodes, set)
        : new WideCodeScan<int>(() => column.WideCodes, set);
}
