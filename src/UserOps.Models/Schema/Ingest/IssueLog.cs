using System.Collections.Immutable;

namespace UserOps.Models;

/// <summary>Counts issues of one table and keeps their first rows.</summary>
internal sealed class IssueLog(int listedRows)
{
    private readonly SortedDictionary<IngestIssueCode, (long Count, List<IngestRow> Rows)> _entries = [];

    internal void Add(IngestIssueCode code, IngestRow row)
    {
        Add(code, 1);
        List<IngestRow> rows = _entries[code].Rows;
        if (rows.Count < listedRows)
        {
            rows.Add(row);
        }
    }

    /// <summary>Counts rows without listing them.</summary>
    internal void Add(IngestIssueCode code, long count)
    {
        (long Count, List<IngestRow> Rows) entry = _entries.GetValueOrDefault(code, (0, []));
        _entries[code] = (entry.Count + count, entry.Rows);
    }

    /// <summary>Takes over issues of rows that came before or after those counted here.</summary>
    internal void Add(IngestIssue issue, long rowsBefore)
    {
        Add(issue.Code, issue.Count);
        List<IngestRow> rows = _entries[issue.Code].Rows;
        rows.AddRange(issue.Rows.Take(Math.Max(0, listedRows - rows.Count)).Select(row => row with { Row = row.Row + rowsBefore }));
    }

    /// <summary>Lists rows that have been counted.</summary>
    internal void AddRows(IngestIssueCode code, IEnumerable<IngestRow> more)
    {
        if (_entries.TryGetValue(code, out (long Count, List<IngestRow> Rows) entry))
        {
            entry.Rows.AddRange(more.Take(Math.Max(0, listedRows - entry.Rows.Count)));
        }
    }

    internal ImmutableArray<IngestIssue> ToIssues(IngestTable table) =>
    [
        .. _entries.Where(entry => entry.Value.Count > 0).Select(entry => new IngestIssue
        {
            Table = table,
            Code = entry.Key,
            Effect = IngestMessages.EffectOf(entry.Key),
            Count = entry.Value.Count,
            Message = IngestMessages.Of(entry.Key),
            Rows = [.. entry.Value.Rows],
        }),
    ];

    /// <summary>Copies the log, so that a failed call can put it back.</summary>
    internal IssueLog Copy()
    {
        var copy = new IssueLog(listedRows);
        foreach ((IngestIssueCode code, (long Count, List<IngestRow> Rows) entry) in _entries)
        {
            copy._entries.Add(code, (entry.Count, [.. entry.Rows]));
        }

        return copy;
    }
}
