namespace UserOps.Models;

/// <summary>Who the rows are about, and the events in the order of the table.</summary>
/// <param name="Directory">The directory with everybody in it.</param>
/// <param name="UserRows">The ordinal of each pending row of the user table.</param>
/// <param name="Events">The events of earlier and pending rows.</param>
internal sealed record ResolvedUsers(UserDirectory Directory, ReadOnlyMemory<int> UserRows, SortedEvents Events);
