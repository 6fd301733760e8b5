namespace UserOps.Models;

/// <summary>The rows read so far for the content table; a row that repeats an id is no row.</summary>
internal sealed class PendingContents(IngestOptions options) : PendingTable(IngestTable.Contents, options)
{
    internal KeyTable<TextKey> Ids { get; } = new();

    internal override Action Save()
    {
        int ids = Ids.Count;
        return base.Save() + (() => Ids.Truncate(ids));
    }
}
