namespace UserOps.Models;

/// <summary>Takes rows of events in blocks: each row is read at once and held, a block is looked at together.</summary>
/// <remarks>
/// For users known by text. Looking into a text is a visit to memory that may take as long as the whole rest of a row; one after the other
/// they took more than half of the time. Of a block of rows they are fetched together.
/// </remarks>
internal sealed class BlockIntake<TRow> : IRowIntake<TRow>
{
    /// <summary>Few enough to stay in the first cache.</summary>
    internal const int Rows = 64;

    private readonly IRowHolder<TRow>[] _holders;
    private readonly HeldValues<TRow, string?> _ids;
    private readonly EventIntake<int> _intake;
    private int _held;
    private int _touched;

    internal BlockIntake(PendingEvents events, EventMap<TRow> map)
    {
        var holders = new List<IRowHolder<TRow>>();
        EventMap<int> held = map.Held(holders);
        _holders = [.. holders];
        _ids = (HeldValues<TRow, string?>)held.UserReader!.Texts!;
        _intake = new EventIntake<int>(events, held);
    }

    /// <summary>Takes rows the way that suits their ids.</summary>
    internal static IRowIntake<TRow> Open(PendingEvents events, EventMap<TRow> map)
    {
        map.RequireComplete();
        return map.UserReader!.Texts is null ? new EventIntake<TRow>(events, map) : new BlockIntake<TRow>(events, map);
    }

    public void Expect(int rows) => _intake.Expect(rows);

    public void Add(TRow row)
    {
        foreach (IRowHolder<TRow> holder in _holders)
        {
            holder.Hold(row, _held);
        }

        if (++_held == Rows)
        {
            TakeBlock();
        }
    }

    public void Complete()
    {
        TakeBlock();
        _intake.Complete();
    }

    private void TakeBlock()
    {
        for (int slot = 0; slot < _held; slot++)
        {
            // Both ends: most ids lie across two lines of the cache.
            _touched += _ids.ValueAt(slot) is { Length: > 0 } id ? id[^1] : 0;
        }

        for (int slot = 0; slot < _held; slot++)
        {
            _intake.Add(slot);
        }

        _held = 0;
    }
}
