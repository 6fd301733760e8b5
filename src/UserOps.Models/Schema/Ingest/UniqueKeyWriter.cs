namespace UserOps.Models;

/// <summary>Carries ids that are GUIDs.</summary>
internal sealed class UniqueKeyWriter<TRow>(RowReader<TRow, Guid> reader, PendingUserIds ids, RowBuffer<int> codes)
    : UserKeyWriter<TRow>(ids, UserIdKind.Unique)
{
    private readonly KeyBatch<UniqueKey> _batch = new(ids.Uniques, codes, ids);
    private Guid _held;

    internal override bool TryRead(TRow row, RowFault fault) => reader.TryRead(row, fault, out _held);

    internal override void Commit() => _batch.Add(_held);

    private protected override void Flush() => _batch.Flush();
}
