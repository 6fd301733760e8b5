namespace UserOps.Models;

/// <summary>Takes rows of contents.</summary>
internal sealed class ContentIntake<TRow> : IRowIntake<TRow>
{
    private readonly RowFault _fault = new();
    private readonly PendingContents _contents;
    private readonly RowReader<TRow, string?> _id;
    private readonly PropertyWriters<TRow> _properties;

    internal ContentIntake(PendingContents contents, ContentMap<TRow> map)
    {
        map.RequireComplete();
        _contents = contents;
        _id = map.IdReader!;
        _properties = new PropertyWriters<TRow>(contents, map.Properties);
    }

    public void Expect(int rows)
    {
    }

    public void Add(TRow row)
    {
        if (!TryReadId(row, out string id) || !_properties.TryAdd(row, _fault))
        {
            _contents.Reject(_fault);
            return;
        }

        _contents.Ids.GetOrAdd(id, out bool isNew);
        if (isNew)
        {
            _contents.RequireRoom(1);
            _contents.Accept();
        }
        else
        {
            _properties.DropRow();
            _contents.Repeat(IngestIssueCode.RepeatedContent, _id.Column, id);
        }
    }

    public void Complete() => _contents.FillColumns();

    private bool TryReadId(TRow row, out string id)
    {
        id = "";
        if (!_id.TryRead(row, _fault, out string? met))
        {
            return false;
        }

        id = met ?? "";
        return id.Length > 0 || _fault.Refuse(IngestIssueCode.EmptyContentId, _id.Column, met);
    }
}
