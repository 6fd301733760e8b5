using System.Globalization;

namespace UserOps.Models.Tests.Segments;

/// <summary>The rules as the contract words them: one row at a time, three-valued, without columns, codes or bitmaps.</summary>
internal static class TwinRule
{
    /// <summary>Judges one row.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="valueOf">string, decimal, double, bool, DateTimeOffset, DateOnly, string[]; null for missing.</param>
    /// <returns>Null for unknown.</returns>
    internal static bool? Holds(SegmentRule rule, Func<string, object?> valueOf) => rule switch
    {
        AllOf all => all.Args.Select(arg => Holds(arg, valueOf)).ToList() is var each && each.Contains(false) ? false : each.Contains(null) ? null : true,
        AnyOf any => any.Args.Select(arg => Holds(arg, valueOf)).ToList() is var each && each.Contains(true) ? true : each.Contains(null) ? null : false,
        Negation negation => !Holds(negation.Arg, valueOf),
        Assumption assumption => Holds(assumption.Arg, valueOf) ?? assumption.Value,
        IsMissing missing => valueOf(missing.Field) is null,
        IsPresent present => valueOf(present.Field) is not null,
        WithinDistance distance => TwinDistance.Holds(distance, valueOf),
        UnknownAnswer => null,
        FieldRule field => valueOf(field.Field) is { } value ? HoldsKnown(field, value, valueOf) : null,
        _ => throw new NotSupportedException(rule.GetType().Name),
    };

    private static bool? HoldsKnown(FieldRule rule, object value, Func<string, object?> valueOf) => rule switch
    {
        ComparisonRule { OtherField: { } other } pair => valueOf(other) is { } second ? Holds(pair, Comparer<object>.Create(CompareValues).Compare(value, second)) : null,
        ComparisonRule comparison => Holds(comparison, CompareValues(value, Typed(comparison.Value!, value))),
        Between between => IsInside(CompareValues(value, Typed(between.Low, value)), between.LowInclusive)
            && IsInside(CompareValues(Typed(between.High, value), value), between.HighInclusive),
        OneOf list => list.Values.Any(item => CompareValues(value, Typed(item, value)) == 0),
        NoneOf list => !list.Values.Any(item => CompareValues(value, Typed(item, value)) == 0),
        ContainsAny list => list.Values.Any(item => ((string[])value).Contains(item.Text)),
        ContainsAll list => list.Values.All(item => ((string[])value).Contains(item.Text)),
        ContainsNone list => !list.Values.Any(item => ((string[])value).Contains(item.Text)),
        _ => throw new NotSupportedException(rule.GetType().Name),
    };

    private static bool IsInside(int order, bool inclusive) => order > 0 || (inclusive && order == 0);

    private static bool Holds(ComparisonRule rule, int order) => rule switch
    {
        EqualTo => order == 0,
        NotEqualTo => order != 0,
        LessThan => order < 0,
        AtMost => order <= 0,
        GreaterThan => order > 0,
        AtLeast => order >= 0,
        _ => throw new NotSupportedException(rule.GetType().Name),
    };

    private static int CompareValues(object left, object right) => left is string text
        ? string.CompareOrdinal(text, (string)right)
        : ((IComparable)left).CompareTo(right);

    private static object Typed(RuleValue value, object like) => like switch
    {
        string => value.Text!,
        decimal => value.Number!.Value,
        double => double.Parse(value.Number!.Value.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture),
        bool => value.Flag!.Value,
        DateTimeOffset => DateTimeOffset.Parse(value.Text!, CultureInfo.InvariantCulture),
        DateOnly => DateOnly.Parse(value.Text!, CultureInfo.InvariantCulture),
        _ => throw new NotSupportedException(like.GetType().Name),
    };
}
