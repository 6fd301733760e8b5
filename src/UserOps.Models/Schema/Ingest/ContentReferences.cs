namespace UserOps.Models;

/// <summary>The content each row of arrival refers to, looked up in the content table.</summary>
internal sealed class ContentReferences
{
    private const int NoContent = -1;

    // A row that refers to an unknown content holds -2 - its place among the unknown ids.
    private const int FirstUnknown = -2;

    private readonly int[] _references;
    private readonly KeyTable<TextKey> _unknown = new();

    private ContentReferences(int rows)
    {
        _references = new int[rows];
        Array.Fill(_references, NoContent);
    }

    internal int Count => _references.Length;

    /// <summary>Gets what a row refers to; equal for rows that refer to the same content.</summary>
    internal int this[int row] => _references[row];

    internal static ContentReferences? Join(EventTable? earlier, PendingEvents pending, ContentTable contents)
    {
        bool earlierRefers = earlier is not null && !earlier.ContentRows.IsEmpty;
        if (!earlierRefers && !pending.RefersToContents)
        {
            return null;
        }

        int earlierCount = earlier?.Count ?? 0;
        var joined = new ContentReferences(earlierCount + pending.Count);
        if (earlierRefers)
        {
            joined.Add(earlier!, contents);
        }

        if (pending.RefersToContents)
        {
            joined.Add(pending, earlierCount, contents);
        }

        return joined;
    }

    /// <summary>Gets the id of an unknown content a row refers to; null where it refers to a known one or to none.</summary>
    internal string? UnknownIdOf(int row) => _references[row] <= FirstUnknown ? _unknown.Keys[FirstUnknown - _references[row]].Value : null;

    /// <summary>Says whether some row refers to this id and no content has it.</summary>
    internal bool IsUnknown(string id) => _unknown.TryGet(id, out _);

    /// <summary>Puts the references in the order of the table.</summary>
    internal (int[] ContentRows, UnresolvedContents? Unresolved) InOrder(ReadOnlySpan<int> rows)
    {
        var contentRows = new int[rows.Length];
        List<int> events = [];
        List<int> codes = [];
        for (int i = 0; i < rows.Length; i++)
        {
            int reference = _references[rows[i]];
            contentRows[i] = Math.Max(reference, NoContent);
            if (reference <= FirstUnknown)
            {
                events.Add(i);
                codes.Add(FirstUnknown - reference);
            }
        }

        return (contentRows, events.Count == 0 ? null : new UnresolvedContents([.. events], [.. codes], _unknown.Keys.ToArray()));
    }

    private void Add(EventTable earlier, ContentTable contents)
    {
        earlier.ContentRows.CopyTo(_references);
        if (earlier.UnresolvedContents is { } unresolved)
        {
            int[] references = ReferencesOf(unresolved.Ids, contents);
            for (int i = 0; i < unresolved.Events.Length; i++)
            {
                _references[unresolved.Events[i]] = references[unresolved.Codes[i]];
            }
        }
    }

    private void Add(PendingEvents pending, int firstRow, ContentTable contents)
    {
        int[] references = ReferencesOf(pending.ContentIds.Keys, contents);
        ReadOnlySpan<int> codes = pending.ContentCodes.Span;
        for (int i = 0; i < codes.Length; i++)
        {
            _references[firstRow + i] = codes[i] == PendingEvents.NoContent ? NoContent : references[codes[i]];
        }
    }

    private int[] ReferencesOf(ReadOnlySpan<TextKey> ids, ContentTable contents)
    {
        var references = new int[ids.Length];
        for (int i = 0; i < ids.Length; i++)
        {
            references[i] = contents.Ids.TryGet(ids[i], out int row) ? row : FirstUnknown - _unknown.GetOrAdd(ids[i], out _);
        }

        return references;
    }
}
