using System.Diagnostics;

namespace UserOps.Models;

/// <summary>Binds one field node to the column it names; kinds were checked by <see cref="RuleFields"/>.</summary>
internal static class ColumnTests
{
    /// <summary>Binds a node that looks at one column.</summary>
    /// <param name="rule">The node, without another field.</param>
    /// <param name="column">The column it names.</param>
    /// <param name="narrows">Whether a narrow copy of the column may be made and kept.</param>
    internal static RowTest Of(FieldRule rule, Column column, bool narrows = false) => (rule, column) switch
    {
        (IsPresent, _) => Presence(column),
        (IsMissing, _) => Presence(column).Complement(),
        (_, CategoryColumn texts) => CategoryTests.Of(rule, texts),
        (_, FlagColumn flags) => Flags(rule, flags),
        (MembershipRule membership, SetColumn sets) => SetTests.Of(membership, sets),
        (_, AmountColumn amounts) => OrderedTests.Of(rule, column, () => amounts.Units, value => Threshold.OfUnits(value.Number!.Value, amounts.Scale), narrows),
        (_, QuantityColumn quantities) => OrderedTests.Of(rule, column, () => quantities.Units, value => Threshold.OfUnits(value.Number!.Value, quantities.Scale), narrows),
        (_, NumberColumn numbers) => OrderedTests.Of(rule, column, () => numbers.Values, value => Threshold.OfNumber(value.Number!.Value), narrows),
        (_, InstantColumn instants) => OrderedTests.Of(rule, column, () => instants.UtcTicks, value => Threshold.OfWhole(IsoTime.TicksOf(value.Text!)), narrows),
        (_, DateColumn dates) => OrderedTests.Of(rule, column, () => dates.DayNumbers, value => Threshold.OfWhole(IsoTime.DayNumberOf(value.Text!)), narrows),
        _ => throw new UnreachableException($"{rule.GetType().Name} over {column.Field.Kind} was to be refused."),
    };

    private static RowTest Presence(Column column) => column.MissingCount == 0
        ? new RowTest(null, true, [])
        : new RowTest(new PresentBits(column), false, []);

    private static RowTest Flags(FieldRule rule, FlagColumn column)
    {
        bool[] wanted = rule is MembershipRule membership
            ? [.. membership.Values.Select(value => value.Flag!.Value).Distinct()]
            : [((ComparisonRule)rule).Value!.Flag!.Value];
        RowTest test = wanted.Length switch
        {
            0 => RowTest.Of(null, column),
            1 => RowTest.Of(new FlagBits(column), column).Complement(!wanted[0]),
            _ => RowTest.Of(null, column).Complement(),
        };
        return test.Complement(rule is NotEqualTo or NoneOf);
    }
}
