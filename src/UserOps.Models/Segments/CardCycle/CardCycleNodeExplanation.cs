namespace UserOps.Models;

/// <summary>One node of one user.</summary>
public sealed record CardCycleNodeExplanation
{
    /// <summary>Gets the node.</summary>
    public required CardCycleNode Node { get; init; }

    /// <summary>Gets a value indicating whether the node holds; null where that is not known, because the value of its field is missing or is no day of a month.</summary>
    public bool? Holds { get; init; }

    /// <summary>Gets the date for which it holds; null where it does not.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Gets the first day on which it holds for that date; null where it does not, and before year 1.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>Gets the last day on which it holds for that date; null where it does not, and after year 9999.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Gets the first of its dates for which it has yet to begin; null for none.</summary>
    public DateOnly? NextDate { get; init; }

    /// <summary>Gets in how many days it begins for that date, at least 1; null for never.</summary>
    public int? DaysToNext { get; init; }
}
