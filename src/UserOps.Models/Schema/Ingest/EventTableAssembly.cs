namespace UserOps.Models;

/// <summary>Builds the event log of sorted rows, their contents and properties.</summary>
internal sealed class EventTableAssembly(JoinedEvents events, ResolvedUsers users, ContentReferences? contents)
{
    /// <summary>Gets the events in the order of the table.</summary>
    internal SortedEvents Sorted { get; private set; } = users.Events;

    /// <summary>Leaves out the events that equal another one in everything.</summary>
    /// <returns>The rows left out, ascending.</returns>
    internal int[] DropIdentical()
    {
        var identical = new IdenticalEvents(Sorted, contents, events.Columns);
        Sorted = identical.Kept();
        return [.. identical.Dropped.Order()];
    }

    internal EventTable Build()
    {
        int[]? contentRows = null;
        UnresolvedContents? unresolved = null;
        if (contents is not null)
        {
            (contentRows, unresolved) = contents.InOrder(Sorted.Rows);
        }

        return new EventTable(
            users.Directory,
            Sorted.Offsets,
            Sorted.UtcTicks,
            Sorted.NarrowCodes,
            Sorted.WideCodes,
            events.Names,
            Sorted.UsersWithTies,
            contentRows,
            ColumnAssembly.ToColumns(events.Columns, Sorted.Rows))
        {
            // Rows are known, and arrival can be asked for, only where there are properties.
            ArrivalOrder = Sorted.Rows.Length == 0 ? null : events.ArrivalOf(Sorted.Rows),
            UnresolvedContents = unresolved,
        };
    }
}
