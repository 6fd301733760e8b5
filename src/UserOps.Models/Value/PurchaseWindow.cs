namespace UserOps.Models.Value;

/// <summary>A stretch of the log, whole local dates.</summary>
/// <param name="FromTicks">The first instant.</param>
/// <param name="ToTicks">The last instant, included; not after 'as of'.</param>
/// <param name="EndDay">The number of the local date it ends on.</param>
internal readonly record struct PurchaseWindow(long FromTicks, long ToTicks, int EndDay);
