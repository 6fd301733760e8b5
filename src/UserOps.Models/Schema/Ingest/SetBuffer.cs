namespace UserOps.Models;

/// <summary>Takes sets of texts; kept as ascending distinct codes, users of one set end to end.</summary>
internal sealed class SetBuffer(Field field) : ColumnBuffer<IEnumerable<string>?>(field)
{
    private readonly TextList _texts = new();
    private readonly RowBuffer<int> _ends = new();
    private readonly RowBuffer<int> _codes = new();
    private readonly List<int> _rowCodes = [];

    internal override ColumnMark Mark() => new(Count, _texts.Count);

    private protected override bool TryAddPresent(IEnumerable<string>? value, string column, RowFault fault)
    {
        int textsBefore = _texts.Count;
        _rowCodes.Clear();
        foreach (string? text in value!)
        {
            if (text is null)
            {
                _texts.Truncate(textsBefore);
                return fault.Refuse(IngestIssueCode.NullInSet, column, null);
            }

            _rowCodes.Add(_texts.CodeOf(text));
        }

        AddRowCodes();
        return true;
    }

    private protected override void AddTexts(Column column)
    {
        foreach (string text in ((SetColumn)column).Values)
        {
            _texts.CodeOf(text);
        }
    }

    private protected override void AddEmptySlots(int rows) => _ends.AddRepeated(_codes.Count, rows);

    private protected override void TruncateSlots(ColumnMark mark)
    {
        _ends.Truncate(mark.Rows);
        _codes.Truncate(mark.Rows == 0 ? 0 : _ends.Span[mark.Rows - 1]);
        _texts.Truncate(mark.Texts);
    }

    private protected override void CopySlot(ColumnBuffer other, int row)
    {
        var from = (SetBuffer)other;
        _rowCodes.Clear();
        foreach (int code in from.CodesAt(row))
        {
            _rowCodes.Add(_texts.CodeOf(from._texts[code]));
        }

        AddRowCodes();
    }

    private protected override void CopySlot(Column column, int row)
    {
        var from = (SetColumn)column;
        _rowCodes.Clear();
        foreach (int code in from.CodesAt(row))
        {
            _rowCodes.Add(_texts.CodeOf(from.Values[code]));
        }

        AddRowCodes();
    }

    private protected override bool SlotsEqual(int left, int right) => CodesAt(left).SequenceEqual(CodesAt(right));

    private protected override int SlotHash(int row)
    {
        var hash = default(HashCode);
        foreach (int code in CodesAt(row))
        {
            hash.Add(code);
        }

        return hash.ToHashCode();
    }

    private protected override Column MakeColumn(ReadOnlyMemory<int> rows, ulong[]? present)
    {
        ReadOnlySpan<int> from = rows.Span;
        var offsets = new int[from.Length + 1];
        for (int i = 0; i < from.Length; i++)
        {
            offsets[i + 1] = offsets[i] + (from[i] < 0 ? 0 : CodesAt(from[i]).Length);
        }

        var codes = new int[offsets[^1]];
        for (int i = 0; i < from.Length; i++)
        {
            if (from[i] >= 0)
            {
                CodesAt(from[i]).CopyTo(codes.AsSpan(offsets[i]));
            }
        }

        return new SetColumn(Field, offsets, codes, _texts.ToImmutable(), present);
    }

    private ReadOnlySpan<int> CodesAt(int row)
    {
        int start = row == 0 ? 0 : _ends.Span[row - 1];
        return _codes.Span[start.._ends.Span[row]];
    }

    private void AddRowCodes()
    {
        _rowCodes.Sort();
        int last = -1;
        foreach (int code in _rowCodes)
        {
            if (code != last)
            {
                _codes.Add(code);
                last = code;
            }
        }

        _ends.Add(_codes.Count);
    }
}
