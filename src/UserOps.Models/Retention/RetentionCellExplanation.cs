namespace UserOps.Models.Retention;

/// <summary>How one cell of a user was decided.</summary>
public sealed record RetentionCellExplanation
{
    /// <summary>Gets the column.</summary>
    public required int Column { get; init; }

    /// <summary>Gets what the cell says of the user.</summary>
    public required RetentionCell State { get; init; }

    /// <summary>Gets the period that served: the first of the column's with enough return events. Else the one with most of them, null where there are none.</summary>
    public int? Period { get; init; }

    /// <summary>Gets how many return events that period has; with rolling periods, after the start event that has most of them.</summary>
    public int Occurrences { get; init; }

    /// <summary>Gets the first return event of that period; null without one, also where the period is the cohort and needs none.</summary>
    public RetentionEvent? FirstReturn { get; init; }
}
