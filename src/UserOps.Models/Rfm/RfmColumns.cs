using System.Collections.Immutable;

namespace UserOps.Models.Rfm;

/// <summary>A definition bound to the columns of a dataset: names to codes, tests to row masks, handles to columns.</summary>
internal sealed class RfmColumns
{
    private RfmColumns(RfmDefinition definition, EvaluationContext context)
    {
        Definition = definition;
        Zone = context.Zone;
    }

    internal RfmDefinition Definition { get; }

    internal TimeZoneInfo Zone { get; }

    internal required EventMatches Purchases { get; init; }

    internal EventMatches? Refunds { get; init; }

    internal EventMatches? Reversals { get; init; }

    internal EventCategory? Order { get; init; }

    /// <summary>Gets the events of the engagement; null for other third axes.</summary>
    internal EventMatches? Engagement { get; init; }

    /// <summary>Gets the balances; null for other third axes.</summary>
    internal AmountColumn? Assets { get; init; }

    /// <summary>Gets the event names of the filters that the data never held, ordinal.</summary>
    internal ImmutableArray<string> UnknownEvents =>
    [
        .. new[] { Purchases, Refunds, Reversals, Engagement }
            .SelectMany(matches => matches?.UnknownNames ?? [])
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    /// <exception cref="InvalidDefinitionException">Columns are absent or of another kind; every fault is listed.</exception>
    internal static RfmColumns Of(
        RfmDefinition definition, UserOpsDataset data, EvaluationContext context, RunOptions? run, CancellationToken cancellationToken)
    {
        InvalidDefinitionException.ThrowIfAny(RfmRules.CheckColumns(definition, data));
        EventMatches? matches(EventFilter? filter, string path)
            => filter is null ? null : EventMatches.Of(filter, data, context.Zone, path, run, cancellationToken);
        return new(definition, context)
        {
            Purchases = matches(definition.Purchases, "/purchases")!,
            Refunds = matches(definition.Refunds, "/refunds"),
            Reversals = matches(definition.Reversals?.Events, "/reversals/events"),
            Order = definition.Reversals is { } reversals ? EventCategory.Find(data, reversals.Order, "/reversals/order", ImmutableArray.CreateBuilder<DefinitionIssue>()) : null,
            Engagement = matches((definition.Monetary as RfmEngagement)?.Events, "/monetary/events"),
            Assets = definition.Monetary is RfmAssets assets ? data.Users.Columns.Get(assets.Field) : null,
        };
    }

    /// <summary>Gets the amounts of the events; null where money is not asked.</summary>
    internal AmountColumn? AmountsOf(UserOpsDataset data)
    {
        if (Definition.Amount is not { } field)
        {
            return null;
        }

        Column column = RfmRules.FindAmounts(data, field)!;
        return RfmRules.IsOfContent(field) ? (AmountColumn)GatheredColumn.Of(column, RowsOfContents(data)) : (AmountColumn)column;
    }

    private static ReadOnlySpan<int> RowsOfContents(UserOpsDataset data)
    {
        if (!data.Events.ContentRows.IsEmpty)
        {
            return data.Events.ContentRows;
        }

        var none = new int[data.Events.Count];
        none.AsSpan().Fill(-1);
        return none;
    }
}
