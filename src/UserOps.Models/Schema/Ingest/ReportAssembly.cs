using System.Globalization;

namespace UserOps.Models;

/// <summary>Writes the report of a build: the report of the earlier dataset, what reading noted, and what building found.</summary>
internal sealed class ReportAssembly(UserOpsDatasetBuilder builder, UserOpsDataset? earlier, BuildFindings findings)
{
    private readonly IngestReport _before = earlier?.Ingest ?? new IngestReport();

    internal IngestReport Build(JoinedEvents events, SortedEvents sorted, ResolvedUsers resolved, UserTable users, EventTable table, ContentReferences? contents)
    {
        IssueLog eventIssues = EventIssues(events);
        NoteUnknownUsers(eventIssues, events, sorted, users);
        NoteUnknownContents(eventIssues, events, table, contents);
        return new IngestReport
        {
            Users = _before.Users.Plus(WithDuplicates(builder.PendingUsers.Counts, findings.RepeatedUsers.Count)),
            Events = _before.Events.Plus(
                WithDuplicates(builder.PendingEvents.Counts, findings.RepeatedEventIds.Count + findings.IdenticalEvents.Length)),
            Contents = _before.Contents.Plus(WithDuplicates(builder.PendingContents.Counts, findings.RepeatedContents.Count)),
            Issues =
            [
                .. UserIssues(resolved).ToIssues(IngestTable.Users),
                .. eventIssues.ToIssues(IngestTable.Events),
                .. ContentIssues().ToIssues(IngestTable.Contents),
            ],
        };
    }

    private static IngestCounts WithDuplicates(IngestCounts counts, int duplicates)
        => counts with { Accepted = counts.Accepted - duplicates, Duplicates = counts.Duplicates + duplicates };

    private IssueLog UserIssues(ResolvedUsers resolved)
    {
        IssueLog log = Log(IngestTable.Users, builder.PendingUsers, _before.Users);
        foreach (int row in findings.RepeatedUsers)
        {
            long position = _before.Users.RowsRead + builder.PendingUsers.PositionOf(row);
            log.Add(
                IngestIssueCode.RepeatedUser,
                new IngestRow(position, MapColumns.User, resolved.Directory[resolved.UserRows.Span[row]].ToString()));
        }

        return log;
    }

    private IssueLog ContentIssues()
    {
        IssueLog log = Log(IngestTable.Contents, builder.PendingContents, _before.Contents);
        foreach (int row in findings.RepeatedContents)
        {
            long position = _before.Contents.RowsRead + builder.PendingContents.PositionOf(row);
            log.Add(
                IngestIssueCode.RepeatedContent,
                new IngestRow(position, MapColumns.Content, builder.PendingContents.Ids.Keys[row].Value));
        }

        return log;
    }

    private IssueLog EventIssues(JoinedEvents events)
    {
        IssueLog log = Log(IngestTable.Events, builder.PendingEvents, _before.Events);
        foreach ((int row, string id) in findings.RepeatedEventIds)
        {
            long position = _before.Events.RowsRead + builder.PendingEvents.PositionOf(row);
            log.Add(IngestIssueCode.RepeatedEventId, new IngestRow(position, MapColumns.EventId, id));
        }

        foreach (int row in findings.IdenticalEvents)
        {
            string name = events.NameOf(row);
            if (PositionOf(events, row) is { } position)
            {
                log.Add(IngestIssueCode.IdenticalEvent, new IngestRow(position, MapColumns.Name, name));
            }
            else
            {
                log.Add(IngestIssueCode.IdenticalEvent, 1);
            }
        }

        return log;
    }

    private void NoteUnknownUsers(IssueLog log, JoinedEvents events, SortedEvents sorted, UserTable users)
    {
        if (users.RowCount == 0)
        {
            return;
        }

        var first = new FirstOf(builder.Options.ListedRowsPerIssue);
        long count = 0;
        for (int user = 0; user < users.Directory.Count; user++)
        {
            if (!users.HasRowOf(user))
            {
                (int start, int end) = (sorted.Offsets[user], sorted.Offsets[user + 1]);
                count += end - start;
                first.Add(sorted.Rows, start, end, user, events.EarlierCount);
            }
        }

        log.Add(IngestIssueCode.UnknownUser, count);
        log.AddRows(IngestIssueCode.UnknownUser, StillTrue(IngestIssueCode.UnknownUser, id => IsUnknown(users, id)));
        log.AddRows(
            IngestIssueCode.UnknownUser,
            first.Rows.Select(found => new IngestRow(PositionOf(events, found.Row)!.Value, MapColumns.User, users.Directory[found.User].ToString())));
    }

    private void NoteUnknownContents(IssueLog log, JoinedEvents events, EventTable table, ContentReferences? contents)
    {
        if (contents is null)
        {
            return;
        }

        log.Add(IngestIssueCode.UnknownContent, table.UnresolvedContents?.Events.Length ?? 0);
        log.AddRows(IngestIssueCode.UnknownContent, StillTrue(IngestIssueCode.UnknownContent, contents.IsUnknown));
        log.AddRows(
            IngestIssueCode.UnknownContent,
            Enumerable.Range(events.EarlierCount, events.Pending.Count)
                .Where(row => contents.UnknownIdOf(row) is not null && Array.BinarySearch(findings.IdenticalEvents, row) < 0)
                .Take(builder.Options.ListedRowsPerIssue)
                .Select(row => new IngestRow(PositionOf(events, row)!.Value, MapColumns.Content, contents.UnknownIdOf(row))));
    }

    /// <summary>Lists the rows of an earlier note that later rows have not settled.</summary>
    private IEnumerable<IngestRow> StillTrue(IngestIssueCode code, Func<string, bool> isUnknown)
        => _before.Issues.Where(issue => issue.Code == code).SelectMany(issue => issue.Rows).Where(row => isUnknown(row.Value!));

    private static bool IsUnknown(UserTable users, string id)
    {
        UserId known = users.Directory.Kind switch
        {
            UserIdKind.Number => long.Parse(id, CultureInfo.InvariantCulture),
            UserIdKind.Unique => Guid.Parse(id, CultureInfo.InvariantCulture),
            _ => id,
        };
        return users.Directory.TryGetOrdinal(known, out int user) && !users.HasRowOf(user);
    }

    /// <summary>Gets the position among all rows read; null for a row of the earlier table, which has none any more.</summary>
    private long? PositionOf(JoinedEvents events, int row) => row < events.EarlierCount
        ? null
        : _before.Events.RowsRead + builder.PendingEvents.PositionOf(events.Pending.SourceRowOf(row - events.EarlierCount));

    private IssueLog Log(IngestTable table, PendingTable pending, IngestCounts before)
    {
        var log = new IssueLog(builder.Options.ListedRowsPerIssue);

        // Notes speak of the table as it is, and are written anew.
        foreach (IngestIssue issue in _before.Issues.Where(issue => issue.Table == table && issue.Effect != IngestEffect.Noted))
        {
            log.Add(issue, 0);
        }

        foreach (IngestIssue issue in pending.Issues.ToIssues(table))
        {
            log.Add(issue, before.RowsRead);
        }

        return log;
    }
}
