namespace UserOps.Models.Funnels;

/// <summary>What a date range limits.</summary>
public enum FunnelRangeScope
{
    /// <summary>Every event: those outside are not seen at all, except by <see cref="FunnelOccurrence"/>. The default.</summary>
    All,

    /// <summary>Only the event that fills the first step.</summary>
    Entry,
}
