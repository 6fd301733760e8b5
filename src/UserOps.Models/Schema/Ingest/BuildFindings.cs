namespace UserOps.Models;

/// <summary>What building found out about pending rows that reading could not know.</summary>
internal sealed class BuildFindings
{
    /// <summary>Gets the pending user rows that repeat a user, ascending.</summary>
    internal List<int> RepeatedUsers { get; } = [];

    /// <summary>Gets the pending content rows whose content the earlier dataset holds, ascending.</summary>
    internal List<int> RepeatedContents { get; } = [];

    /// <summary>Gets the pending event rows whose id the earlier dataset holds, ascending.</summary>
    internal List<(int Row, string Id)> RepeatedEventIds { get; init; } = [];

    /// <summary>Gets the rows of earlier and pending events that equal another one, ascending; empty when those are kept.</summary>
    internal int[] IdenticalEvents { get; set; } = [];
}
