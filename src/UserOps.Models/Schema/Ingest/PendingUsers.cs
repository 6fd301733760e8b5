namespace UserOps.Models;

/// <summary>The rows read so far for the user table.</summary>
internal sealed class PendingUsers(IngestOptions options, PendingUserIds ids) : PendingTable(IngestTable.Users, options)
{
    internal PendingUserIds Ids { get; } = ids;

    internal UserKeyColumn Keys { get; } = new();

    internal override Action Save() => base.Save() + Ids.Save() + Keys.Save();
}
