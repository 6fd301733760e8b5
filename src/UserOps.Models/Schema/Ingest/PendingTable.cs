using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace UserOps.Models;

/// <summary>The rows read so far for one table, in order of arrival, and what was refused.</summary>
internal abstract class PendingTable(IngestTable table, IngestOptions options)
{
    private readonly List<ColumnBuffer> _columns = [];

    // For each row left out, the rows taken before it: what is needed to say where in the source a taken row stood.
    private readonly RowBuffer<int> _leftOut = new();
    private readonly int _maximumRows = options.MaximumRows;
    private long _rejected;
    private long _duplicates;
    private IssueLog _issues = new(options.ListedRowsPerIssue);

    internal IngestOptions Options { get; } = options;

    internal IReadOnlyList<ColumnBuffer> Columns => _columns;

    /// <summary>Gets the rows taken.</summary>
    internal int Count { get; private set; }

    internal IngestCounts Counts => new(Count, _rejected, _duplicates);

    internal IssueLog Issues => _issues;

    /// <summary>Finds the column of a field, or makes one whose value is missing in every row so far.</summary>
    /// <exception cref="ArgumentException">There is a column of that name with another kind, currency or scale.</exception>
    internal ColumnBuffer Open(Field field)
    {
        if (_columns.Find(column => column.Field.Name == field.Name) is { } known)
        {
            FieldConflicts.Refuse(known.Field, field);
            return known;
        }

        var buffer = ColumnBuffer.For(field);
        if (Count > 0)
        {
            buffer.AddMissing(Count);
        }

        _columns.Add(buffer);
        return buffer;
    }

    internal void Accept(int rows = 1) => Count += rows;

    internal void Reject(RowFault fault)
    {
        var row = new IngestRow(Counts.RowsRead, fault.Column, fault.Value);
        if (Options.OnBadRow == OnBadRow.Throw)
        {
            throw new BadRowException(table, fault.Code, row);
        }

        _issues.Add(fault.Code, row);
        _leftOut.Add(Count);
        _rejected++;
    }

    internal void Repeat(IngestIssueCode code, string column, string? value)
    {
        _issues.Add(code, new IngestRow(Counts.RowsRead, column, value));
        _leftOut.Add(Count);
        _duplicates++;
    }

    /// <summary>Gets the position among all rows read of a row that was taken.</summary>
    internal long PositionOf(int row)
    {
        ReadOnlySpan<int> leftOut = _leftOut.Span;
        int low = 0;
        for (int high = leftOut.Length; low < high;)
        {
            int middle = (int)(((uint)low + (uint)high) >> 1);
            (low, high) = leftOut[middle] <= row ? (middle + 1, high) : (low, middle);
        }

        return (long)row + low;
    }

    /// <summary>Refuses rows beyond what one table can hold.</summary>
    internal void RequireRoom(long more)
    {
        if (Count + more > _maximumRows)
        {
            ThrowNoRoom();
        }
    }

    /// <summary>Gives the columns that the last call did not fill their missing values.</summary>
    internal void FillColumns()
    {
        foreach (ColumnBuffer column in _columns)
        {
            if (column.Count < Count)
            {
                column.AddMissing(Count - column.Count);
            }
        }
    }

    /// <summary>Remembers the state before a call.</summary>
    /// <returns>Puts it back.</returns>
    internal virtual Action Save()
    {
        (int count, int leftOut, long rejected, long duplicates, IssueLog issues) =
            (Count, _leftOut.Count, _rejected, _duplicates, _issues.Copy());
        ColumnMark[] marks = [.. _columns.Select(column => column.Mark())];
        return () =>
        {
            (Count, _rejected, _duplicates, _issues) = (count, rejected, duplicates, issues);
            _leftOut.Truncate(leftOut);
            _columns.RemoveRange(marks.Length, _columns.Count - marks.Length);
            for (int i = 0; i < marks.Length; i++)
            {
                _columns[i].Truncate(marks[i]);
            }
        };
    }

    // Apart, so that the check of every row stays small.
    [DoesNotReturn]
    private void ThrowNoRoom() => throw new InvalidOperationException(string.Create(
        CultureInfo.InvariantCulture,
        $"One table holds at most {_maximumRows} rows; split the data by user, evaluate each part and merge the summaries."));
}
