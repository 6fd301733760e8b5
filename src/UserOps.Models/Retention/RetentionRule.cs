namespace UserOps.Models.Retention;

/// <summary>When a user counts as retained in a column.</summary>
public enum RetentionRule
{
    /// <summary>With a return in that very period: classic n-day retention.</summary>
    On,

    /// <summary>With a return in that period or a later one of those listed: unbounded retention, never less than <see cref="On"/>.</summary>
    OnOrAfter,

    /// <summary>With a return in one of the periods of the column's bracket.</summary>
    Bracket,
}
