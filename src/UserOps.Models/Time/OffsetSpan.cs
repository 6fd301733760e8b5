namespace UserOps.Models;

/// <summary>A stretch of time in which a zone keeps one offset. Two neighbors may have the same one.</summary>
/// <param name="Start">The first UTC tick.</param>
/// <param name="End">The first UTC tick after it.</param>
/// <param name="Offset">Local ticks minus UTC ticks.</param>
internal readonly record struct OffsetSpan(long Start, long End, long Offset)
{
    /// <summary>Tells whether a UTC tick lies in the stretch: one unsigned comparison for both ends.</summary>
    internal bool Contains(long utcTicks) => (ulong)(utcTicks - Start) < (ulong)(End - Start);
}
