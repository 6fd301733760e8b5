using System.Collections.Immutable;

namespace UserOps.Models;

/// <content>Sums over the events of each user.</content>
public sealed partial class UserAmounts
{
    /// <summary>Adds up an amount over the matching events of each user, up to 'as of'.</summary>
    /// <param name="data">The users and their events.</param>
    /// <param name="events">Which events count.</param>
    /// <param name="amount">The column, with its currency. An event without an amount adds nothing, and is counted.</param>
    /// <param name="context">The last visible instant, included, and the zone of dates.</param>
    /// <param name="from">The first instant that counts, included: of a date the first of that local date; null for all the time before.</param>
    /// <param name="withoutEvents">What users are worth who have no matching event. Default: no value.</param>
    /// <param name="run">Threads and progress; the sums are the same for any of them.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>
    /// The exact sum of each user, asked of whoever was seen by 'as of': with a row in the user table, or an event by then. Who has matching events, but none with an amount, has no value, whatever <paramref name="withoutEvents"/> says:
    /// something happened, and what it was worth is not known.
    /// </returns>
    /// <exception cref="ArgumentNullException">The dataset, the filter, the handle or the context is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="withoutEvents"/> is not one of the named values.</exception>
    /// <exception cref="InvalidDefinitionException">The filter cannot be, or a column is absent, of another kind, scale or currency.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public static UserAmounts SumOf(
        UserOpsDataset data,
        EventFilter events,
        AmountField amount,
        EvaluationContext context,
        DateOrInstant? from = null,
        UsersWithoutEvents withoutEvents = UsersWithoutEvents.NoValue,
        RunOptions? run = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        AmountColumn column = data.Events.Columns.Get(amount);
        return Added(data, events, column, (column.Scale, column.Currency), context, from, withoutEvents, run, cancellationToken);
    }

    /// <summary>Adds up a quantity over the matching events of each user, up to 'as of'.</summary>
    /// <inheritdoc cref="SumOf(UserOpsDataset, EventFilter, AmountField, EvaluationContext, DateOrInstant?, UsersWithoutEvents, RunOptions?, CancellationToken)"/>
    public static UserAmounts SumOf(
        UserOpsDataset data,
        EventFilter events,
        QuantityField amount,
        EvaluationContext context,
        DateOrInstant? from = null,
        UsersWithoutEvents withoutEvents = UsersWithoutEvents.NoValue,
        RunOptions? run = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        QuantityColumn column = data.Events.Columns.Get(amount);
        return Added(data, events, column, (column.Scale, null), context, from, withoutEvents, run, cancellationToken);
    }

    private static UserAmounts Added(
        UserOpsDataset data,
        EventFilter events,
        Column column,
        (int Scale, string? Currency) unit,
        EvaluationContext context,
        DateOrInstant? from,
        UsersWithoutEvents withoutEvents,
        RunOptions? run,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(events);
        ArgumentNullException.ThrowIfNull(context);
        if (withoutEvents is not (UsersWithoutEvents.NoValue or UsersWithoutEvents.Zero))
        {
            throw new ArgumentOutOfRangeException(nameof(withoutEvents), withoutEvents, "This is not one of the named values.");
        }

        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        EventFilterRules.Check(events, "/events", issues);
        InvalidDefinitionException.ThrowIfAny(issues.DrainToImmutable());

        EventMatches matches = EventMatches.Of(events, data, context.Zone, "/events", run, cancellationToken);
        var sums = new EventAmountSums(data.Events, matches, column, FromTicks(from, context), context.AsOf.UtcTicks);
        long withoutAmount = UserRange.Each(data.Events.Offsets, run, sums.Add, cancellationToken).Sum();
        UserSet seen = SeenUsers.At(context, data);
        return new(data.Directory, sums.Units, sums.Known(withoutEvents, seen), unit.Scale, unit.Currency, seen)
        {
            EventsWithoutAmount = withoutAmount,
            UnknownEvents = matches.UnknownNames,
        };
    }

    private static long FromTicks(DateOrInstant? from, EvaluationContext context) => from switch
    {
        null => long.MinValue,
        { Instant: { } instant } => instant.UtcTicks,
        { Date: var date } => ReportingCalendar.Of(context).StartOf(date!.Value).UtcTicks,
    };
}
