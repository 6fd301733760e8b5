using System.Collections.Immutable;

namespace UserOps.Models.Value;

/// <summary>A definition compiled against one dataset: filters to codes and row masks, dates to ticks.</summary>
internal sealed class PurchasePlan
{
    private readonly EventMatches _purchases;
    private readonly EventMatches? _refunds;

    /// <param name="definition">Checked by itself before.</param>
    /// <param name="data">Users and their events.</param>
    /// <param name="context">The last visible instant, zone and first day of the week.</param>
    /// <param name="run">Threads; nobody is told of the progress.</param>
    /// <param name="cancellationToken">Looked at between ranges of users.</param>
    /// <param name="path">RFC 6901 pointer of the definition in the one that holds it.</param>
    /// <param name="numberedFrom">A date whose period needs a number although it may lie before the first event.</param>
    /// <exception cref="InvalidDefinitionException">A column is absent or of another kind, or the end lies after 'as of'.</exception>
    internal PurchasePlan(
        PurchaseHistoryDefinition definition,
        UserOpsDataset data,
        EvaluationContext context,
        RunOptions? run,
        CancellationToken cancellationToken,
        string path = "",
        DateOnly? numberedFrom = null)
    {
        InvalidDefinitionException.ThrowIfAny(PurchaseHistoryRules.CheckData(definition, data, context, path));
        Definition = definition;
        Data = data;
        Context = context;
        Calendar = ReportingCalendar.Of(context);
        _purchases = EventMatches.Of(definition.Purchases, data, context.Zone, path + "/purchases", run, cancellationToken);
        _refunds = definition.Refunds is null ? null : EventMatches.Of(definition.Refunds, data, context.Zone, path + "/refunds", run, cancellationToken);
        Amounts = definition.Amount is { } field ? AmountColumns.Of(field, data) : null;
        Window = WindowUntil(definition.End?.DayNumber ?? LastPurchaseDay(run, cancellationToken));
        int firstDay = data.Events.Count == 0 ? Window.EndDay : Calendar.DayNumberOf(data.Events.FirstTicks);
        Periods = new(Calendar, definition.Unit.Period, Math.Min(firstDay, numberedFrom?.DayNumber ?? firstDay), Window.EndDay);
    }

    internal PurchaseHistoryDefinition Definition { get; }

    internal UserOpsDataset Data { get; }

    internal EvaluationContext Context { get; }

    internal ReportingCalendar Calendar { get; }

    internal AmountColumn? Amounts { get; }

    /// <summary>Gets the whole observation.</summary>
    internal PurchaseWindow Window { get; }

    internal PurchasePeriods Periods { get; }

    internal bool HasRefunds => _refunds is not null;

    /// <summary>Gets the number of the period the observation ends in; where it ends before the first event, one that no event has.</summary>
    internal int EndPeriod => Periods.NumberOf(Window.EndDay);

    internal ImmutableArray<string> UnknownEvents
        => [.. _purchases.UnknownNames.Concat(_refunds?.UnknownNames ?? []).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    internal bool IsPurchase(int row) => _purchases.Contains(Data.Events.CodeAt(row), row) && !IsRefund(row);

    internal bool IsRefund(int row) => _refunds is not null && _refunds.Contains(Data.Events.CodeAt(row), row);

    /// <summary>Gets the log up to the end of a local date; nothing after 'as of'.</summary>
    internal PurchaseWindow WindowUntil(int day) => new(long.MinValue, Math.Min(Calendar.DayEndTicks(day) - 1, Context.AsOf.UtcTicks), day);

    private int LastPurchaseDay(RunOptions? run, CancellationToken cancellationToken)
    {
        long[] lasts = UserRange.Each(Data.Events.Offsets, run is null ? null : run with { Progress = null }, LastIn, cancellationToken);
        return lasts.DefaultIfEmpty(long.MinValue).Max() is var last && last > long.MinValue ? Calendar.DayNumberOf(last) : Calendar.DayNumberOf(Context.AsOf.UtcTicks);
    }

    private long LastIn(UserRange users)
    {
        EventTable events = Data.Events;
        long last = long.MinValue;
        for (int user = users.From; user < users.To; user++)
        {
            int from = events.Offsets[user];
            int row = events.SeenEnd(from, events.Offsets[user + 1], Context.AsOf.UtcTicks) - 1;
            while (row >= from && events.UtcTicks[row] > last)
            {
                if (IsPurchase(row))
                {
                    last = events.UtcTicks[row];
                }

                row--;
            }
        }

        return last;
    }
}
