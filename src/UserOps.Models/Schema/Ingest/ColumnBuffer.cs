namespace UserOps.Models;

/// <summary>The values of one field for the rows read so far, in order of arrival; made into a <see cref="Column"/> in the order of the table.</summary>
internal abstract class ColumnBuffer(Field field)
{
    private BitBuffer? _present;

    internal Field Field { get; } = field;

    /// <summary>Gets the rows read so far.</summary>
    internal int Count { get; private set; }

    internal static ColumnBuffer For(Field field) => field switch
    {
        CategoryField => new CategoryBuffer(field),
        NumberField => new NumberBuffer(field),
        QuantityField quantity => new UnitsBuffer(quantity, quantity.Scale),
        AmountField amount => new UnitsBuffer(amount, amount.Scale),
        FlagField => new FlagBuffer(field),
        InstantField => new InstantBuffer(field),
        DateField => new DateBuffer(field),
        SetField => new SetBuffer(field),
        _ => throw new ArgumentException($"A field of kind {field.Kind} has no column.", nameof(field)),
    };

    internal bool IsMissing(int row) => _present is not null && !_present[row];

    internal void AddMissing(int rows)
    {
        if (_present is null)
        {
            _present = new BitBuffer();
            _present.AddRepeated(true, Count);
        }

        AddEmptySlots(rows);
        _present.AddRepeated(false, rows);
        Count += rows;
    }

    /// <summary>Cuts back to the first rows; what only the others held is forgotten.</summary>
    internal void Truncate(ColumnMark mark)
    {
        Count = mark.Rows;
        _present?.Truncate(mark.Rows);
        TruncateSlots(mark);
    }

    internal virtual ColumnMark Mark() => new(Count, 0);

    /// <summary>Adds a row of another buffer of the same field.</summary>
    internal void AddFrom(ColumnBuffer other, int row)
    {
        if (other.IsMissing(row))
        {
            AddMissing(1);
        }
        else
        {
            CopySlot(other, row);
            NotePresent(1);
        }
    }

    /// <summary>Adds the rows of a finished column.</summary>
    internal void AddFrom(Column column)
    {
        AddTexts(column);
        for (int row = 0; row < column.Count; row++)
        {
            if (column.IsMissing(row))
            {
                AddMissing(1);
            }
            else
            {
                CopySlot(column, row);
                NotePresent(1);
            }
        }
    }

    /// <summary>Makes the column: slot i takes the value of row <paramref name="rows"/>[i]; -1 leaves it missing.</summary>
    internal Column ToColumn(ReadOnlyMemory<int> rows) => MakeColumn(rows, PresenceOf(rows.Span));

    /// <summary>Says whether two rows hold the same value, or both none.</summary>
    internal bool AreEqual(int left, int right)
        => IsMissing(left) || IsMissing(right) ? IsMissing(left) == IsMissing(right) : SlotsEqual(left, right);

    /// <summary>Hashes the value of a row; used within one build only.</summary>
    internal int HashOf(int row) => IsMissing(row) ? 0 : SlotHash(row);

    private protected abstract bool SlotsEqual(int left, int right);

    private protected abstract int SlotHash(int row);

    private protected abstract Column MakeColumn(ReadOnlyMemory<int> rows, ulong[]? present);

    /// <summary>Takes over the texts of a column in their order, which is that of arrival; its rows are in another one.</summary>
    private protected virtual void AddTexts(Column column)
    {
    }

    private protected abstract void AddEmptySlots(int rows);

    private protected abstract void TruncateSlots(ColumnMark mark);

    private protected abstract void CopySlot(ColumnBuffer other, int row);

    private protected abstract void CopySlot(Column column, int row);

    private protected void NotePresent(int rows)
    {
        _present?.AddRepeated(true, rows);
        Count += rows;
    }

    private ulong[]? PresenceOf(ReadOnlySpan<int> rows)
    {
        ulong[]? present = null;
        for (int i = 0; i < rows.Length; i++)
        {
            if (rows[i] < 0 || IsMissing(rows[i]))
            {
                present ??= AllPresent(rows.Length);
                present[i >> 6] &= ~(1UL << (i & 63));
            }
        }

        return present;
    }

    private static ulong[] AllPresent(int rows)
    {
        var words = new ulong[BitKernels.WordsFor(rows)];
        Array.Fill(words, ulong.MaxValue);
        BitKernels.ClearAfter(rows, words); // columns count their bits by whole words
        return words;
    }
}
