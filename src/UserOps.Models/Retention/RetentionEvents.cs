using System.Collections.Immutable;

namespace UserOps.Models.Retention;

/// <summary>What each event of a dataset is to a definition.</summary>
internal sealed class RetentionEvents
{
    private readonly EventMatches _starts;
    private readonly EventMatches _returns;

    internal RetentionEvents(
        RetentionDefinition definition, UserOpsDataset data, EvaluationContext context, RunOptions? run, CancellationToken cancellationToken)
    {
        CohortType = definition.CohortType;
        Table = data.Events;
        _starts = EventMatches.Of(definition.Start, data, context.Zone, "/start", run, cancellationToken);
        _returns = EventMatches.Of(definition.Return, data, context.Zone, "/return", run, cancellationToken);
    }

    internal RetentionCohortType CohortType { get; }

    internal EventTable Table { get; }

    /// <summary>Gets the event names of both filters that the data never held, ordinal.</summary>
    internal ImmutableArray<string> UnknownNames
        => [.. _starts.UnknownNames.Union(_returns.UnknownNames, StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Says whether an event has a name of the start filter, whatever its test says.</summary>
    internal bool IsNamed(int row) => _starts.Codes[Table.CodeAt(row)];

    internal bool IsStart(int row) => _starts.Contains(Table.CodeAt(row), row);

    internal bool IsReturn(int row) => _returns.Contains(Table.CodeAt(row), row);

    internal bool IsAnything(int row) => IsNamed(row) || IsReturn(row);
}
