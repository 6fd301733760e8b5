using System.Diagnostics;

namespace UserOps.Models;

/// <summary>Picks the judge of an aggregate by what it makes of which kind of property.</summary>
internal static class AggregateJudges
{
    /// <param name="rule">The node; the property exists and fits.</param>
    /// <param name="data">Whose columns hold the property.</param>
    /// <param name="events">Those that count.</param>
    /// <param name="context">The zone of local dates.</param>
    internal static Func<EventJudge> Of(EventAggregate rule, UserOpsDataset data, CountedEvents events, EvaluationContext context)
    {
        if (rule.Aggregation == EventAggregation.DistinctDays)
        {
            ReportingCalendar calendar = ReportingCalendar.Of(context);
            return () => new DistinctDaysJudge(events, rule, calendar);
        }

        if (!data.Events.Columns.TryGet(rule.Property!, out Column? column))
        {
            throw new UnreachableException($"Column '{rule.Property}' was to be checked before.");
        }

        if (rule.Aggregation == EventAggregation.Distinct)
        {
            Func<int, long> keyOf = KeyOf(column);
            return () => new DistinctValuesJudge(events, rule, column, keyOf);
        }

        return column switch
        {
            AmountColumn amounts => Units(amounts, () => amounts.Units, amounts.Scale),
            QuantityColumn quantities => Units(quantities, () => quantities.Units, quantities.Scale),
            NumberColumn numbers => () => new NumbersJudge(events, rule, numbers),
            _ => throw new UnreachableException($"{rule.Aggregation} over {column.Field.Kind} was to be refused."),
        };

        Func<EventJudge> Units(Column units, ColumnValues<long> values, int scale)
        {
            var limit = new UnitLimit(rule.Value, scale);
            return () => new UnitsJudge(events, rule, units, values, scale, limit);
        }
    }

    /// <summary>Gives a number to each value of a column; the same one to equal values only.</summary>
    internal static Func<int, long> KeyOf(Column column) => column switch
    {
        CategoryColumn texts => row => texts.CodeAt(row),
        FlagColumn flags => row => flags[row] == true ? 1 : 0,
        AmountColumn amounts => row => amounts.Units[row],
        QuantityColumn quantities => row => quantities.Units[row],
        NumberColumn numbers => row => BitConverter.DoubleToInt64Bits(numbers.Values[row] + 0.0), // 0 and -0 are one number
        InstantColumn instants => row => instants.UtcTicks[row],
        DateColumn dates => row => dates.DayNumbers[row],
        _ => throw new UnreachableException($"A set of texts was to be refused."),
    };
}
