using System.Runtime.InteropServices;

namespace UserOps.Models;

/// <summary>One row on its way into the event log: 16 bytes, so that a bucket of rows fits into the cache of one core.</summary>
/// <param name="UtcTicks">The instant.</param>
/// <param name="Row">The row of arrival; unique, so (instant, row) is a total order.</param>
/// <param name="NameCode">The event name.</param>
/// <param name="Local">The user's place in the bucket, where buckets are ranges of users.</param>
[StructLayout(LayoutKind.Sequential, Pack = 8, Size = 16)]
internal readonly record struct EventRow(long UtcTicks, int Row, ushort NameCode, ushort Local) : IComparable<EventRow>
{
    /// <inheritdoc/>
    public int CompareTo(EventRow other)
        => UtcTicks != other.UtcTicks ? UtcTicks.CompareTo(other.UtcTicks) : Row.CompareTo(other.Row);
}
