namespace UserOps.Models.Rfm;

/// <summary>What the events of a log are to a definition: purchases, refunds, reversals. Whatever the instant it is asked for; kept with the table.</summary>
internal sealed class RfmEvents
{
    internal required ValueList Purchases { get; init; }

    /// <summary>Gets the refunds; null where the definition has none.</summary>
    internal ValueList? Refunds { get; init; }

    /// <summary>Gets the reversals; null where the definition has none.</summary>
    internal ReversalList? Reversals { get; init; }

    /// <summary>Gets the lists of a dataset; built on first use.</summary>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    internal static RfmEvents Of(RfmColumns columns, UserOpsDataset data, Workers workers, CancellationToken cancellationToken)
    {
        RfmDefinition definition = columns.Definition;
        return data.Events.SideStructures.GetOrAdd(
            new Key(definition.Purchases, definition.Refunds, definition.Reversals, definition.Amount, columns.Zone, data.Contents),
            _ => Read(columns, data, workers, cancellationToken));
    }

    // An event that passes several filters is what takes most away: a reversal, else a refund, else a purchase.
    private static RfmEvents Read(RfmColumns columns, UserOpsDataset data, Workers workers, CancellationToken cancellationToken)
    {
        EventTable events = data.Events;
        MatchedEvents? reversals = columns.Reversals is { } third ? MatchedEvents.Of(events, third, [], workers) : null;
        MatchedEvents? refunds = columns.Refunds is { } second ? MatchedEvents.Of(events, second, [reversals], workers) : null;
        MatchedEvents purchases = MatchedEvents.Of(events, columns.Purchases, [reversals, refunds], workers);
        AmountColumn? amounts = columns.AmountsOf(data);
        var calendar = new ReportingCalendar(columns.Zone);
        ValueList bought = new ValueListBuilder(events, purchases, amounts, calendar, workers).Build();
        ValueList? returned = refunds is null ? null : new ValueListBuilder(events, refunds, amounts, calendar, workers).Build();
        if (reversals is null)
        {
            return new() { Purchases = bought, Refunds = returned };
        }

        var matching = new ReversalMatching(events, reversals, columns.Order!);
        return new()
        {
            Purchases = matching.Match(bought, cancellationToken),
            Refunds = returned is null ? null : matching.Match(returned, cancellationToken),
            Reversals = matching.ToList(),
        };
    }

    /// <summary>What the lists depend on beside the events: tables of contents are compared by reference.</summary>
    private sealed record Key(
        EventFilter Purchases, EventFilter? Refunds, RfmReversals? Reversals, AmountField? Amount, TimeZoneInfo Zone, ContentTable Contents);
}
