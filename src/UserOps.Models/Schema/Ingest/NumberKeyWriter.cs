namespace UserOps.Models;

/// <summary>Carries ids that are numbers.</summary>
internal sealed class NumberKeyWriter<TRow>(RowReader<TRow, long> reader, PendingUserIds ids, RowBuffer<long> numbers)
    : UserKeyWriter<TRow>(ids, UserIdKind.Number)
{
    private long _held;

    internal override bool TryRead(TRow row, RowFault fault) => reader.TryRead(row, fault, out _held);

    internal override void Commit() => numbers.Add(_held);
}
