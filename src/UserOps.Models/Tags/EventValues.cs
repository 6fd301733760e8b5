using System.Diagnostics;

namespace UserOps.Models.Tags;

/// <summary>Makes one value a user of what users did: one pass over the users, a thousand at a time on each thread.</summary>
internal sealed class EventValues(
    TagDefinition tag, EventComputation computation, UserOpsDataset data, EvaluationContext context, RunOptions run, CancellationToken cancellationToken)
{
    private readonly int _users = data.Directory.Count;
    private readonly EventTable _events = data.Events;

    /// <returns>The values, and the users whose value no 64-bit number of units, or no double, holds.</returns>
    internal (Column Values, UserSet Beyond) Compute()
    {
        EventMatches matches = EventMatches.Of(computation.Events, data, context.Zone, "", run, cancellationToken);
        switch (computation.Aggregation)
        {
            case TagAggregation.Count:
                return Counts(counts => new CountFold(_events, matches, counts));
            case TagAggregation.DistinctDays:
                ReportingCalendar calendar = ReportingCalendar.Of(context);
                return Counts(counts => new DistinctDaysFold(_events, matches, calendar, counts));
            case TagAggregation.Distinct:
                Column property = Property();
                Func<int, long> keyOf = AggregateJudges.KeyOf(property);
                return Counts(counts => new DistinctValuesFold(_events, matches, property, keyOf, counts));
            case TagAggregation.First or TagAggregation.Last or TagAggregation.DaysSince:
                return (AtEdge(matches), UserSet.None(data.Directory));
            default:
                return Measured(matches);
        }
    }

    private Column Property() => _events.Columns.TryGet(computation.Property!, out Column? column)
        ? column
        : throw new UnreachableException($"Column '{computation.Property}' was to be checked before.");

    private (Column Values, UserSet Beyond) Counts(Func<long[], EventFold> foldInto)
    {
        var counts = new long[_users];
        Fold(() => foldInto(counts));
        return (new QuantityColumn(Field.Quantity(tag.FieldName, 0), counts, null), UserSet.None(data.Directory));
    }

    /// <summary>Takes the first or the last event of each user: its property, its date, or how long ago that is.</summary>
    private Column AtEdge(EventMatches matches)
    {
        Column? property = computation.Property is null ? null : Property();
        var rows = new int[_users];
        Fold(() => new EdgeFold(_events, matches, property, computation.Aggregation != TagAggregation.First, rows));
        return property is not null ? TagDates.OfInstants(tag, GatheredColumn.Of(property, rows), context) : Dates(rows);
    }

    private Column Dates(int[] rows)
    {
        var cursor = new LocalDayCursor(ReportingCalendar.Of(context));
        int today = cursor.DayNumberOf(context.AsOf.UtcTicks);
        var present = new ulong[BitKernels.WordsFor(_users)];
        var days = new int[_users];
        for (int user = 0; user < _users; user++)
        {
            present[user >> 6] |= RowKernels.Bit(rows[user] >= 0) << user;
            days[user] = rows[user] >= 0 ? cursor.DayNumberOf(_events.UtcTicks[rows[user]]) : today;
        }

        return computation.Aggregation == TagAggregation.DaysSince
            ? new QuantityColumn(Field.Quantity(tag.FieldName, 0), [.. days.Select(day => (long)today - day)], present)
            : new DateColumn(Field.Date(tag.FieldName), days, present);
    }

    private (Column Values, UserSet Beyond) Measured(EventMatches matches)
    {
        Column property = Property();
        var sums = new MeasuredValues(_users, computation.Aggregation);
        Fold(() => property switch
        {
            AmountColumn amounts => new UnitsFold(_events, matches, property, () => amounts.Units, amounts.Scale, sums),
            QuantityColumn quantities => new UnitsFold(_events, matches, property, () => quantities.Units, quantities.Scale, sums),
            _ => new NumbersFold(_events, matches, (NumberColumn)property, sums),
        });
        Field field = TagFields.Renamed(tag, property.Field);
        Column values = (computation.Aggregation, field) switch
        {
            (TagAggregation.Average, _) or (_, NumberField) => new NumberColumn(Field.Number(tag.FieldName), sums.Numbers, sums.Present),
            (_, AmountField amount) => new AmountColumn(amount, sums.Units, sums.Present),
            _ => new QuantityColumn((QuantityField)field, sums.Units, sums.Present),
        };
        return (values, new(data.Directory, sums.Beyond));
    }

    private void Fold(Func<EventFold> newFold)
    {
        TickRange window = (computation.Window ?? TimeWindow.All).At(context);
        new Workers(run.Threads, cancellationToken).ForEach((_users + TagDefaults.UsersPerPart - 1) / TagDefaults.UsersPerPart, newFold, (part, fold) =>
        {
            int end = Math.Min((part + 1) * TagDefaults.UsersPerPart, _users);
            for (int user = part * TagDefaults.UsersPerPart; user < end; user++)
            {
                fold.Fold(user, EventTests.SeenBy(user, _events, window, context.AsOf.UtcTicks));
            }
        });
    }
}
