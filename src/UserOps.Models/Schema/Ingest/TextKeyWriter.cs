namespace UserOps.Models;

/// <summary>Carries text ids.</summary>
internal sealed class TextKeyWriter<TRow>(RowReader<TRow, string?> reader, PendingUserIds ids, RowBuffer<int> codes)
    : UserKeyWriter<TRow>(ids, UserIdKind.Text)
{
    private readonly KeyBatch<TextKey> _batch = new(ids.Texts, codes, ids);
    private string _held = "";

    internal override bool TryRead(TRow row, RowFault fault)
    {
        if (!reader.TryRead(row, fault, out string? id))
        {
            return false;
        }

        if (string.IsNullOrEmpty(id))
        {
            return fault.Refuse(IngestIssueCode.EmptyUserId, reader.Column, id);
        }

        _held = id;
        return true;
    }

    internal override void Commit() => _batch.Add(_held);

    private protected override void Flush() => _batch.Flush();
}
