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
        var counted = new CountedEvents(_events, EventMatches.Of(computation.Events, data, context.Zone, "", run, cancellationToken));
        switch (computation.Aggregation)
        {
            case TagAggregation.Count:
                return Counts(() => rows => counted.Count(rows));
            case TagAggregation.DistinctDays:
                ReportingCalendar calendar = ReportingCalendar.Of(context);
                return Counts(() =>
                {
                    var days = new LocalDayCursor(calendar);
                    return rows => counted.DistinctDays(rows, ref days);
                });
            case TagAggregation.Distinct:
                Column property = Property();
                Func<int, long> keyOf = AggregateJudges.KeyOf(property);
                return Counts(() =>
                {
                    var keys = new HashSet<long>();
                    return rows => counted.DistinctValues(rows, property, keyOf, keys);
                });
            case TagAggregation.First or TagAggregation.Last or TagAggregation.DaysSince:
                return (AtEdge(counted), UserSet.None(data.Directory));
            default:
                return Measured(counted);
        }
    }

    private Column Property() => _events.Columns.TryGet(computation.Property!, out Column? column)
        ? column
        : throw new UnreachableException($"Column '{computation.Property}' was to be checked before.");

    /// <param name="newCount">Makes what counts for one user at a time; it may hold scratch memory, so each thread has its own.</param>
    private (Column Values, UserSet Beyond) Counts(Func<Func<SeenRows, long>> newCount)
    {
        var counts = new long[_users];
        ForEachUser(newCount, (user, rows, count) => counts[user] = count(rows));
        return (new QuantityColumn(Field.Quantity(tag.FieldName, 0), counts, null), UserSet.None(data.Directory));
    }

    /// <summary>Takes the first or the last event of each user: its property, its date, or how long ago that is.</summary>
    private Column AtEdge(CountedEvents counted)
    {
        Column? property = computation.Property is null ? null : Property();
        var rows = new int[_users];
        bool wantsFirst = computation.Aggregation == TagAggregation.First;
        ForEachUser((user, seen) => rows[user] = wantsFirst ? counted.First(seen, property) : counted.Last(seen, property));
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

    private (Column Values, UserSet Beyond) Measured(CountedEvents counted)
    {
        Column property = Property();
        var sums = new MeasuredValues(_users, computation.Aggregation);
        ForEachUser(property switch
        {
            AmountColumn amounts => (user, rows) => sums.Set(user, counted.Totals(rows, amounts, amounts.Units), amounts.Scale),
            QuantityColumn quantities => (user, rows) => sums.Set(user, counted.Totals(rows, quantities, quantities.Units), quantities.Scale),
            _ => (user, rows) => sums.Set(user, counted.Totals(rows, (NumberColumn)property)),
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

    private void ForEachUser(Action<int, SeenRows> take) => ForEachUser(() => take, (user, rows, taken) => taken(user, rows));

    /// <summary>Goes through the users with the events of each that lie in the window.</summary>
    private void ForEachUser<TScratch>(Func<TScratch> newScratch, Action<int, SeenRows, TScratch> take)
    {
        TickRange window = (computation.Window ?? TimeWindow.All).At(context);
        new Workers(run.Threads, cancellationToken).ForEach((_users + TagDefaults.UsersPerPart - 1) / TagDefaults.UsersPerPart, newScratch, (part, scratch) =>
        {
            int end = Math.Min((part + 1) * TagDefaults.UsersPerPart, _users);
            for (int user = part * TagDefaults.UsersPerPart; user < end; user++)
            {
                take(user, EventTests.SeenBy(user, _events, window, context.AsOf.UtcTicks), scratch);
            }
        });
    }
}
