namespace UserOps.Models;

/// <summary>The rows read so far for the event log, in order of arrival.</summary>
internal sealed class PendingEvents(IngestOptions options, PendingUserIds ids) : PendingTable(IngestTable.Events, options)
{
    private List<int>? _sourceRows;

    /// <summary>The code of an event that refers to no content.</summary>
    internal const int NoContent = -1;

    internal PendingUserIds Ids { get; } = ids;

    internal UserKeyColumn Keys { get; } = new();

    internal RowBuffer<long> UtcTicks { get; } = new();

    internal RowBuffer<ushort> NameCodes { get; } = new();

    internal TextList Names { get; } = new();

    /// <summary>Gets the codes of the contents referred to; shorter than the table until a call that maps contents.</summary>
    internal RowBuffer<int> ContentCodes { get; } = new();

    internal KeyTable<TextKey> ContentIds { get; } = new();

    internal bool RefersToContents { get; private set; }

    internal EventIdSet EventIds { get; } = new();

    /// <summary>Gets a value indicating whether rows were taken out, so that an id met need not have a row.</summary>
    internal bool IsCutDown => _sourceRows is not null;

    /// <summary>Begins to keep content references; the rows so far have none.</summary>
    internal void OpenContents()
    {
        RefersToContents = true;
        FillContents();
    }

    internal void FillContents()
    {
        if (RefersToContents)
        {
            ContentCodes.AddRepeated(NoContent, Count - ContentCodes.Count);
        }
    }

    /// <summary>Gets the code of an event name.</summary>
    /// <exception cref="InvalidOperationException">There are more names than codes.</exception>
    internal ushort CodeOfName(string name)
    {
        int code = Names.CodeOf(name);
        if (code >= SchemaDefaults.MaximumEventNames)
        {
            throw new InvalidOperationException(
                $"One event log holds at most 65536 event names, and '{name}' is one more; keep what varies in a property.");
        }

        return (ushort)code;
    }

    /// <summary>Gets the row that a row was before others were taken out.</summary>
    internal int SourceRowOf(int row) => _sourceRows?[row] ?? row;

    /// <summary>Copies the rows but for some; what only those held is not in the copy.</summary>
    /// <param name="rows">Ascending.</param>
    internal PendingEvents Without(ReadOnlySpan<int> rows)
    {
        var sources = new List<int>(Count - rows.Length);
        var kept = new PendingEvents(Options, Ids) { _sourceRows = sources };
        if (RefersToContents)
        {
            kept.OpenContents();
        }

        ColumnBuffer[] columns = [.. Columns.Select(column => kept.Open(column.Field))];
        for (int row = 0; row < Count; row++)
        {
            if (!rows.IsEmpty && rows[0] == row)
            {
                rows = rows[1..];
                continue;
            }

            sources.Add(row);
            kept.Add(this, row);
            for (int i = 0; i < columns.Length; i++)
            {
                columns[i].AddFrom(Columns[i], row);
            }
        }

        return kept;
    }

    private void Add(PendingEvents other, int row)
    {
        if (Ids.Kind == UserIdKind.Number)
        {
            Keys.Numbers.Add(other.Keys.Numbers.Span[row]);
        }
        else
        {
            Keys.Codes.Add(other.Keys.Codes.Span[row]);
        }

        UtcTicks.Add(other.UtcTicks.Span[row]);
        NameCodes.Add(CodeOfName(other.Names[other.NameCodes.Span[row]]));
        if (RefersToContents)
        {
            int content = other.ContentCodes.Span[row];
            ContentCodes.Add(content == NoContent ? NoContent : ContentIds.GetOrAdd(other.ContentIds.Keys[content], out _));
        }

        Accept();
    }

    internal override Action Save()
    {
        (int ticks, int codes, int names, int contents, int contentIds, bool refers) =
            (UtcTicks.Count, NameCodes.Count, Names.Count, ContentCodes.Count, ContentIds.Count, RefersToContents);
        return base.Save() + Ids.Save() + Keys.Save() + EventIds.Save() + (() =>
        {
            UtcTicks.Truncate(ticks);
            NameCodes.Truncate(codes);
            Names.Truncate(names);
            ContentCodes.Truncate(contents);
            ContentIds.Truncate(contentIds);
            RefersToContents = refers;
        });
    }
}
