namespace UserOps.Models;

/// <summary>A column buffer with one slot of fixed size per row.</summary>
internal abstract class SlotBuffer<TValue, TSlot>(Field field) : ColumnBuffer<TValue>(field)
    where TSlot : struct
{
    internal RowBuffer<TSlot> Slots { get; } = new();

    /// <summary>Adds ready slots; without a copy when they are the first.</summary>
    internal void AddReady(ReadOnlyMemory<TSlot> slots, ReadOnlyMemory<bool> present)
    {
        if (present.IsEmpty)
        {
            Slots.Borrow(slots);
            NotePresent(slots.Length);
            return;
        }

        ReadOnlySpan<bool> marks = present.Span;
        for (int row = 0; row < marks.Length; row++)
        {
            if (marks[row])
            {
                Slots.Add(slots.Span[row]);
                NotePresent(1);
            }
            else
            {
                AddMissing(1);
            }
        }
    }

    private protected override void AddEmptySlots(int rows) => Slots.AddRepeated(default, rows);

    private protected override void TruncateSlots(ColumnMark mark) => Slots.Truncate(mark.Rows);

    private protected override void CopySlot(ColumnBuffer other, int row) => Slots.Add(((SlotBuffer<TValue, TSlot>)other).Slots.Span[row]);

    private protected override bool SlotsEqual(int left, int right)
        => EqualityComparer<TSlot>.Default.Equals(Slots.Span[left], Slots.Span[right]);

    private protected override int SlotHash(int row) => Slots.Span[row].GetHashCode();

    private protected TSlot[] Gather(ReadOnlyMemory<int> rows)
    {
        var gathered = new TSlot[rows.Length];
        ReadOnlySpan<TSlot> slots = Slots.Span;
        ReadOnlySpan<int> from = rows.Span;
        for (int i = 0; i < gathered.Length; i++)
        {
            gathered[i] = from[i] < 0 ? default : slots[from[i]];
        }

        return gathered;
    }
}
