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
        return Added(data, events, amount, amount?.Currency, context, from, withoutEvents, run, cancellationToken);
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
        return Added(data, events, amount, null, context, from, withoutEvents, run, cancellationToken);
    }

    private static UserAmounts Added<TColumn>(
        UserOpsDataset data,
        EventFilter events,
        Field<TColumn>? amount,
        string? currency,
        EvaluationContext context,
        DateOrInstant? from,
        UsersWithoutEvents withoutEvents,
        RunOptions? run,
        CancellationToken cancellationToken)
        where TColumn : Column
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(events);
        ArgumentNullException.ThrowIfNull(amount);
        ArgumentNullException.ThrowIfNull(context);
        if (withoutEvents is not (UsersWithoutEvents.NoValue or UsersWithoutEvents.Zero))
        {
            throw new ArgumentOutOfRangeException(nameof(withoutEvents), withoutEvents, "This is not one of the named values.");
        }

        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        EventFilterRules.Check(events, "/events", issues);
        if (issues.Count == 0)
        {
            EventFilterRules.CheckColumns(events, data, "/events", issues);
        }

        TColumn? column = data.Events.Columns.Find(amount, "/amount", issues);
        InvalidDefinitionException.ThrowIfAny(issues.DrainToImmutable());

        EventMatches matches = EventMatches.Of(events, data, context.Zone, "/events", run, cancellationToken);
        var sums = new EventAmountSums(data.Events, matches, column!, PeriodStart.TicksOf(from, context), context.AsOf.UtcTicks);
        long withoutAmount = UserRange.Each(data.Events.Offsets, run, sums.Add, cancellationToken).Sum();
        UserSet seen = SeenUsers.At(context, data);
        return new(data.Directory, sums.Units, sums.Known(withoutEvents, seen), DecimalUnits.ScaleOf(amount), currency, seen, withoutAmount == 0 ? null : sums.WithoutAmount)
        {
            UnknownEvents = matches.UnknownNames,
            Source = new() { Field = amount.Name, Events = events, From = from, WithoutEvents = withoutEvents, Context = context },
        };
    }
}
