using System.Diagnostics.CodeAnalysis;

namespace UserOps.Models;

/// <summary>Events as rows: their own columns, the attributes of their content (<c>content.x</c>) and the local time of day.</summary>
/// <param name="data">The events and their contents.</param>
/// <param name="zone">The zone of the local time.</param>
/// <param name="threads">How many blocks of events take the answers of their contents at a time.</param>
/// <param name="cancellationToken">Checked per block.</param>
internal sealed class EventRows(UserOpsDataset data, TimeZoneInfo zone, int threads = 1, CancellationToken cancellationToken = default) : RowSource
{
    internal override int Count => data.Events.Count;

    /// <summary>Gets the field an event shows under a name; null when there is none.</summary>
    internal static Field? FieldOf(UserOpsDataset data, string name) => name == Field.LocalTime.Name
        ? Field.LocalTime
        : TryGetColumn(data, name, out Column? column, out _) ? column.Field : null;

    internal override RowTest Bind(SegmentRule leaf) => leaf switch
    {
        WithinDistance distance => DistanceTests.Of(distance, EventColumn),
        UnknownAnswer => UnknownOfAll(),
        _ => Bind((FieldRule)leaf),
    };

    private RowTest Bind(FieldRule rule)
    {
        if (rule.Field == Field.LocalTime.Name)
        {
            return LocalTimeTests.Of(rule, data.Events, zone);
        }

        TryGetColumn(data, rule.Field, out Column? column, out bool ofContent);
        return rule is ComparisonRule { OtherField: { } other } comparison
            ? PairTests.Of(comparison, EventColumn(rule.Field), EventColumn(other))
            : ofContent ? OfContent(rule, column!) : ColumnTests.Of(rule, column!);
    }

    private static bool TryGetColumn(UserOpsDataset data, string name, [NotNullWhen(true)] out Column? column, out bool ofContent)
    {
        ofContent = name.StartsWith(Field.ContentPrefix, StringComparison.Ordinal);
        return ofContent
            ? data.Contents.Columns.TryGet(name[Field.ContentPrefix.Length..], out column)
            : data.Events.Columns.TryGet(name, out column);
    }

    private Column EventColumn(string name)
    {
        TryGetColumn(data, name, out Column? column, out bool ofContent);
        return ofContent ? GatheredColumn.Of(column!, ContentRows()) : column!;
    }

    /// <summary>Answers once per content, then carries the answers to the events.</summary>
    private RowTest OfContent(FieldRule rule, Column column)
    {
        RowTest test = ColumnTests.Of(rule, column) with { Known = [] };
        ulong[] matches = Answers(test, column);
        ulong[] present = Answers(ColumnTests.Of(new IsPresent { Field = rule.Field }, column), column);
        var known = new StoredBits(Gather(present));

        // An event without a content has no attribute, and that is what these two ask.
        return rule is IsMissing or IsPresent
            ? new RowTest(known, rule is IsMissing, [])
            : new RowTest(new StoredBits(Gather(matches)), false, [known]);
    }

    private ulong[] Answers(RowTest test, Column column)
        => RowProgram.Compile(test, column.Count).Run(threads, cancellationToken: cancellationToken).True;

    private ulong[] Gather(ulong[] bitsOfContents)
    {
        var gathered = new ulong[BitKernels.WordsFor(Count)];
        int rows = data.Events.ContentRows.Length; // none, or one per event
        new Workers(threads, cancellationToken).ForEachRange(rows, SegmentDefaults.BlockRows, (from, to) =>
        {
            ReadOnlySpan<int> here = data.Events.ContentRows[from..to];
            RowKernels.Gather(here, bitsOfContents, gathered.AsSpan(from >> 6, BitKernels.WordsFor(here.Length)));
        });
        return gathered;
    }

    private ReadOnlySpan<int> ContentRows()
    {
        if (!data.Events.ContentRows.IsEmpty)
        {
            return data.Events.ContentRows;
        }

        var none = new int[Count];
        none.AsSpan().Fill(-1);
        return none;
    }
}
