using System.Collections.Immutable;

namespace UserOps.Models;

/// <summary>Explains a test of an attribute: its value, what it was compared with, and how far that is.</summary>
internal static class FieldLeaf
{
    /// <param name="user">The user.</param>
    /// <param name="rule">The test.</param>
    /// <param name="leaf">The node with its answer.</param>
    internal static SegmentExplanation Explain(OneUser user, FieldRule rule, SegmentExplanation leaf)
    {
        Column column = user.ColumnOf(rule.Field);
        if (ValueOf(column, OneUser.Ordinal) is not { } actual)
        {
            return leaf with { Compared = ComparedWith(user, rule, column) };
        }

        ImmutableArray<ActualValue> compared = ComparedWith(user, rule, column);
        return leaf with
        {
            Actual = actual,
            Compared = compared,
            Distance = rule is InWindow window
                ? LimitDistance.ToWindow(TicksOf(user, actual), window.Window.At(user.Context))
                : LimitDistance.Of(rule, actual, compared),
            Until = UntilOf(user, rule, actual, leaf.Answer),
        };
    }

    /// <summary>Gets the value of a row, the elements of a set in ordinal order; null where it is missing.</summary>
    internal static ActualValue? ValueOf(Column column, int row) => column switch
    {
        _ when column.IsMissing(row) => null,
        CategoryColumn texts => new() { Text = texts[row] },
        NumberColumn numbers => new() { Measured = numbers.Values[row] },
        QuantityColumn quantities => new() { Number = quantities[row] },
        AmountColumn amounts => new() { Number = amounts[row] },
        FlagColumn flags => new() { Flag = flags[row] },
        InstantColumn instants => new() { Instant = new DateTimeOffset(instants.UtcTicks[row], TimeSpan.Zero) },
        DateColumn dates => new() { Date = dates[row] },
        SetColumn sets => new() { Texts = [.. sets[row].Order(StringComparer.Ordinal)] },
        _ => null,
    };

    private static ImmutableArray<ActualValue> ComparedWith(OneUser user, FieldRule rule, Column column) => rule switch
    {
        ComparisonRule { OtherField: { } other } => ValueOf(user.ColumnOf(other), OneUser.Ordinal) is { } value ? [value] : [],
        ComparisonRule { Value: { } value } => [Typed(value, column)],
        Between between => [Typed(between.Low, column), Typed(between.High, column)],
        MembershipRule list => [.. list.Values.Select(value => Typed(value, column))],
        _ => [],
    };

    private static ActualValue Typed(RuleValue value, Column column) => column switch
    {
        FlagColumn => new() { Flag = value.Flag },
        NumberColumn => new() { Measured = Threshold.NearestDouble(value.Number!.Value) },
        QuantityColumn or AmountColumn => new() { Number = value.Number },
        InstantColumn => new() { Instant = new DateTimeOffset(IsoTime.TicksOf(value.Text!), TimeSpan.Zero) },
        DateColumn => new() { Date = DateOnly.FromDayNumber(IsoTime.DayNumberOf(value.Text!)) },
        _ => new() { Text = value.Text },
    };

    private static DateTimeOffset? UntilOf(OneUser user, FieldRule rule, ActualValue actual, RuleAnswer answer) => rule switch
    {
        InWindow window => WindowChange.Of(window.Window, TicksOf(user, actual), user.Context),
        Anniversary anniversary => WindowChange.OfDays(user, anniversary, actual.Date!.Value, answer == RuleAnswer.True),
        MonthlyDay monthly when answer != RuleAnswer.Unknown => WindowChange.OfDays(user, monthly, answer == RuleAnswer.True),
        _ => null,
    };

    /// <summary>A date stands for its first instant.</summary>
    private static long TicksOf(OneUser user, ActualValue actual)
        => actual.Instant?.UtcTicks ?? ReportingCalendar.Of(user.Context).DayStartTicks(actual.Date!.Value.DayNumber);
}
