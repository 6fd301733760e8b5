namespace UserOps.Models;

/// <summary>Defaults and limits of the schema room, each named once.</summary>
internal static class SchemaDefaults
{
    /// <summary>Digits after the point of quantities and amounts.</summary>
    internal const int Scale = 4;

    /// <summary>More digits leave too little room before the point: 2^63 at 12 digits is 9.2 million.</summary>
    internal const int MaximumScale = 12;

    /// <summary>Rows of one table, of users and contents as of events; row numbers are 32-bit, and arrays no longer. Larger data are sharded by user and merged.</summary>
    /// <remarks>
    /// One less than the longest array: offsets have one slot more than there are users, and the properties of the row that is one too many are
    /// read before it is refused, because a row that is rejected or a duplicate takes no room.
    /// </remarks>
    internal static readonly int MaximumRows = Array.MaxLength - 1;

    /// <summary>Distinct event names of one table; codes are 16-bit.</summary>
    internal const int MaximumEventNames = ushort.MaxValue + 1;

    /// <summary>Rows listed per issue code in a report; the count has no limit.</summary>
    internal const int ListedRowsPerIssue = 20;

    /// <summary>Side structures one table keeps.</summary>
    internal const int CachedSideStructures = 32;

    /// <summary>Events before this instant are rejected: they are almost always an unset clock.</summary>
    internal static readonly DateTimeOffset EarliestInstant = DateTimeOffset.UnixEpoch;
}
