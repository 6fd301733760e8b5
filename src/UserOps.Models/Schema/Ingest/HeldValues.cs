namespace UserOps.Models;

/// <summary>The values of one part of a block of rows; read by slot.</summary>
internal sealed class HeldValues<TRow, T>(RowReader<TRow, T> source) : RowReader<int, T>(source.Column), IRowHolder<TRow>
{
    private readonly Held[] _values = new Held[BlockIntake<TRow>.Rows];
    private readonly RowFault?[] _faults = new RowFault?[BlockIntake<TRow>.Rows];
    private RowFault _next = new();
    private ulong _faulty; // a bit a slot

    public void Hold(TRow row, int slot)
    {
        _faulty = slot == 0 ? 0 : _faulty;
        if (!source.TryRead(row, _next, out _values[slot].Value))
        {
            _faults[slot] = _next;
            _faulty |= 1UL << slot;
            _next = new RowFault();
        }
    }

    internal override bool TryRead(int row, RowFault fault, out T value)
    {
        value = _values[row].Value;
        return (_faulty >> row & 1) == 0 || fault.Refuse(_faults[row]!.Code, _faults[row]!.Column, _faults[row]!.Value);
    }

    internal T ValueAt(int slot) => _values[slot].Value;

    // An array of texts would check the type of each text that is stored; an array of structs does not.
    private struct Held
    {
        internal T Value;
    }
}
