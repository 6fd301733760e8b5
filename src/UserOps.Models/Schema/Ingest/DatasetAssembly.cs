namespace UserOps.Models;

/// <summary>Builds a dataset of what a builder has read, on top of an earlier dataset or of nothing.</summary>
internal sealed class DatasetAssembly(UserOpsDatasetBuilder builder, UserOpsDataset? earlier, RunOptions? run, CancellationToken cancellationToken)
{
    internal UserOpsDataset Build()
    {
        builder.PendingEvents.RequireRoom(earlier?.Events.Count ?? 0);
        var findings = new BuildFindings
        {
            RepeatedEventIds = earlier?.EventIds is { } known ? builder.PendingEvents.EventIds.RowsRepeating(known) : [],
        };
        var events = new JoinedEvents(earlier?.Events, WithoutRows(findings.RepeatedEventIds));
        Report(0.1);
        var workers = new Workers(run?.Threads ?? new RunOptions().Threads, cancellationToken);
        ResolvedUsers resolved = new DirectoryAssembly(earlier, builder.PendingUsers, events, ShapeOf(events), workers).Resolve();
        Report(0.7);
        UserTable users = UserTableAssembly.Build(earlier?.Users, builder.PendingUsers, resolved, findings.RepeatedUsers);
        ContentTable contents = ContentTableAssembly.Build(earlier?.Contents, builder.PendingContents, findings.RepeatedContents);
        Report(0.8);
        ContentReferences? references = events.ResolveContents(contents);
        var assembly = new EventTableAssembly(events, resolved, references);
        findings.IdenticalEvents = builder.Options.IdenticalRows == IdenticalRows.Drop ? assembly.DropIdentical() : [];
        EventTable table = assembly.Build();
        IngestReport report = new ReportAssembly(builder, earlier, findings).Build(events, assembly.Sorted, resolved, users, table, references);
        Report(1);
        return new UserOpsDataset(resolved.Directory, users, table, contents, report)
        {
            EventIds = builder.PendingEvents.EventIds.IsEmpty ? earlier?.EventIds : EventIdSet.Union(earlier?.EventIds, builder.PendingEvents.EventIds),
        };
    }

    private PendingEvents WithoutRows(List<(int Row, string Id)> repeats) => repeats.Count == 0
        ? builder.PendingEvents
        : builder.PendingEvents.Without([.. repeats.Select(repeat => repeat.Row)]);

    private SortedShape ShapeOf(JoinedEvents events)
    {
        bool needsRows = events.Columns.Count > 0
            || events.Pending.RefersToContents
            || earlier?.Events.ContentRows.IsEmpty == false
            || builder.PendingUsers.Count > 0
            || earlier?.Users.RowCount > 0
            || builder.Options.IdenticalRows == IdenticalRows.Drop;
        return new SortedShape(WideCodes: events.Names.Length > byte.MaxValue + 1, needsRows);
    }

    private void Report(double done)
    {
        cancellationToken.ThrowIfCancellationRequested();
        run?.Progress?.Report(done);
    }
}
