namespace UserOps.Models.Retention;

/// <summary>To what instants are cut before a rolling period is counted.</summary>
public enum RetentionTruncation
{
    /// <summary>Nothing: elapsed time, to the tick.</summary>
    None,

    /// <summary>Both instants go back to the start of their local hour.</summary>
    Hour,

    /// <summary>Local dates are compared, each of them 24 hours.</summary>
    Day,
}
