namespace UserOps.Models;

/// <summary>Numbers a stream of instants by the periods of a table: it remembers the last period it met.</summary>
/// <remarks>For one thread: a mutable struct, to be held in a local variable and passed by reference.</remarks>
internal struct PeriodTableCursor : IPeriodCursor
{
    private readonly PeriodTable _table;
    private long _start;
    private ulong _length;
    private int _index;

    internal PeriodTableCursor(PeriodTable table) => _table = table;

    public int NumberOf(long utcTicks)
    {
        if ((ulong)(utcTicks - _start) >= _length)
        {
            Move(utcTicks);
        }

        return _index;
    }

    private void Move(long utcTicks)
    {
        _index = _table.IndexOf(utcTicks);
        (_start, long end) = _index < 0 ? (0, _table.StartTicks)
            : _index == _table.Count ? (_table.EndTicks, long.MaxValue)
            : (_table[_index].StartTicks, _table[_index].EndTicks);
        _length = (ulong)(end - _start);
    }
}
