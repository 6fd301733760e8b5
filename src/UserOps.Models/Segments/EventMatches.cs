using System.Collections.Immutable;

namespace UserOps.Models;

/// <summary>Which events of a table pass a filter: by name code, and by row where the filter has a test.</summary>
internal sealed class EventMatches
{
    private readonly bool[] _codes;
    private readonly ulong[]? _rows;

    private EventMatches(bool[] codes, ulong[]? rows, ImmutableArray<string> unknownNames)
    {
        _codes = codes;
        _rows = rows;
        UnknownNames = unknownNames;
    }

    /// <summary>Gets whether each name code passes: shape [names of the table].</summary>
    internal ReadOnlySpan<bool> Codes => _codes;

    /// <summary>Gets one bit per event, set where the test is true (names are not looked at); empty without a test.</summary>
    internal ReadOnlySpan<ulong> Rows => _rows;

    /// <summary>Gets the names of the filter the data never held.</summary>
    internal ImmutableArray<string> UnknownNames { get; }

    /// <summary>Evaluates a filter over all events of a dataset; test bitmaps are kept in the table's cache.</summary>
    /// <param name="filter">Checked by <see cref="EventFilterRules"/> before.</param>
    /// <param name="data">Its events, and for <c>content.x</c> its contents.</param>
    /// <param name="zone">The zone of <c>@localTime</c>.</param>
    /// <param name="path">RFC 6901 pointer of the filter in its definition, for issues.</param>
    /// <param name="run">Threads; null for all cores. Nobody is told of the progress.</param>
    /// <param name="cancellationToken">Looked at once per block of events.</param>
    /// <exception cref="InvalidDefinitionException">The test names a column that is absent or of another kind.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled before the test was done; the next call evaluates it anew.</exception>
    internal static EventMatches Of(
        EventFilter filter, UserOpsDataset data, TimeZoneInfo zone, string path, RunOptions? run = null, CancellationToken cancellationToken = default)
    {
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        EventFilterRules.CheckColumns(filter, data, path, issues);
        InvalidDefinitionException.ThrowIfAny(issues.ToImmutable());

        bool[] codes = CodesOf(filter, data.Events, out ImmutableArray<string> unknownNames);
        int threads = (run ?? new RunOptions()).Threads;
        return new(codes, filter.Where is null ? null : RowsOf(filter.Where, data, zone, threads, cancellationToken), unknownNames);
    }

    /// <summary>Says whether an event passes.</summary>
    internal bool Contains(int code, int index) => _codes[code] && (_rows is null || (_rows[index >> 6] >> (index & 63) & 1) != 0);

    private static bool[] CodesOf(EventFilter filter, EventTable events, out ImmutableArray<string> unknownNames)
    {
        var codes = new bool[events.Names.Length];
        codes.AsSpan().Fill(filter.Names.IsEmpty);
        var unknown = ImmutableArray.CreateBuilder<string>();
        foreach (string name in filter.Names.Distinct(StringComparer.Ordinal))
        {
            if (events.TryGetCode(name, out int code))
            {
                codes[code] = true;
            }
            else
            {
                unknown.Add(name);
            }
        }

        unknownNames = unknown.ToImmutable();
        return codes;
    }

    private static ulong[] RowsOf(SegmentRule test, UserOpsDataset data, TimeZoneInfo zone, int threads, CancellationToken cancellationToken)
        => data.Events.SideStructures.GetOrAdd(
            new TestKey(test, zone, data.Contents),
            key => RowProgram
                .Compile(key.Test, new EventRows(data, key.Zone, threads, cancellationToken), wantsUnknown: false)
                .Run(threads, cancellationToken: cancellationToken).True);

    /// <summary>What the rows of a test depend on beside the events: tables of contents are compared by reference.</summary>
    private sealed record TestKey(SegmentRule Test, TimeZoneInfo Zone, ContentTable Contents);
}
