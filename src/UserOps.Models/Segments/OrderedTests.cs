using System.Diagnostics;
using System.Numerics;

namespace UserOps.Models;

/// <summary>Turns a field node over ordered values into closed ranges of representable values, and these into a scan.</summary>
internal static class OrderedTests
{
    /// <summary>Binds a comparison, range or list to a column of ordered values.</summary>
    /// <param name="rule">The node; its values fit the column.</param>
    /// <param name="column">The column.</param>
    /// <param name="values">Its values.</param>
    /// <param name="thresholdOf">Places a value of the rule among those of the column.</param>
    /// <param name="narrows">Whether a narrow copy of the column may be made and kept.</param>
    internal static RowTest Of<T>(FieldRule rule, Column column, ColumnValues<T> values, Func<RuleValue, Threshold<T>> thresholdOf, bool narrows)
        where T : struct, INumber<T>, IMinMaxValue<T>
    {
        if (rule is MembershipRule membership)
        {
            return OfList(membership, column, values, thresholdOf);
        }

        (T? low, T? high) = RangeOf(rule, thresholdOf);
        if (low == T.MinValue && high == T.MaxValue)
        {
            return RowTest.Of(null, column).Complement();
        }

        ScannedBits? matches = low is { } from && high is { } to && from <= to ? InRange(column, values, from, to, narrows) : null;
        return RowTest.Of(matches, column).Complement(rule is NotEqualTo);
    }

    private static ScannedBits? InRange<T>(Column column, ColumnValues<T> values, T from, T to, bool narrows)
        where T : struct, INumber<T>
        => narrows && NarrowColumns.Of<T>(column) is { } narrow ? narrow.InRange(from, to) : new RangeScan<T>(values, from, to, CostOf<T>());

    private static (T? Low, T? High) RangeOf<T>(FieldRule rule, Func<RuleValue, Threshold<T>> thresholdOf)
        where T : struct, INumber<T>, IMinMaxValue<T>
    {
        if (rule is Between between)
        {
            Threshold<T> low = thresholdOf(between.Low);
            Threshold<T> high = thresholdOf(between.High);
            return (between.LowInclusive ? low.SmallestAtLeast : low.SmallestAbove, between.HighInclusive ? high.LargestAtMost : high.LargestBelow);
        }

        Threshold<T> at = thresholdOf(((ComparisonRule)rule).Value!);
        return rule switch
        {
            LessThan => (T.MinValue, at.LargestBelow),
            AtMost => (T.MinValue, at.LargestAtMost),
            GreaterThan => (at.SmallestAbove, T.MaxValue),
            AtLeast => (at.SmallestAtLeast, T.MaxValue),
            EqualTo or NotEqualTo => (at.SmallestAtLeast, at.LargestAtMost),
            _ => throw new UnreachableException(),
        };
    }

    private static RowTest OfList<T>(MembershipRule rule, Column column, ColumnValues<T> values, Func<RuleValue, Threshold<T>> thresholdOf)
        where T : struct, INumber<T>, IMinMaxValue<T>
    {
        T[] points = [.. rule.Values.Select(thresholdOf).Where(IsPoint).Select(at => at.LargestAtMost!.Value).Distinct().Order()];
        ScannedBits? matches = points.Length == 0 ? null : new ListScan<T>(values, points, CostOf<T>());
        return RowTest.Of(matches, column).Complement(rule is NoneOf);
    }

    /// <summary>Says whether the column can hold exactly this value.</summary>
    private static bool IsPoint<T>(Threshold<T> at)
        where T : struct, INumber<T> => at.LargestAtMost is { } below && at.SmallestAtLeast is { } above && below == above;

    private static int CostOf<T>() => System.Runtime.CompilerServices.Unsafe.SizeOf<T>();
}
