namespace UserOps.Models;

/// <summary>When one node of a card holds: on the dates a field gives, and some days around each.</summary>
public sealed record CardCycleNodeRule
{
    /// <summary>Gets the node; each stands once in a table.</summary>
    public required CardCycleNode Node { get; init; }

    /// <summary>Gets the name of the column of users that gives its dates: dates, or for <see cref="CardCycleTiming.Monthly"/> whole numbers.</summary>
    public required string Field { get; init; }

    /// <summary>Gets how the field gives them.</summary>
    public required CardCycleTiming Timing { get; init; }

    /// <summary>Gets how many days before each date the node begins; 0 for the date itself. Not negative.</summary>
    public required int DaysBefore { get; init; }

    /// <summary>Gets how many days after each date the node still holds; 0 for the date itself. Not negative.</summary>
    public required int DaysAfter { get; init; }

    /// <summary>
    /// Gets a value indicating whether a missing value means that it has not happened, as with a card never used, so that the node does not hold. Default: it
    /// is not known.
    /// </summary>
    public bool MissingIsNever { get; init; }

    /// <summary>Gets the name shown to people.</summary>
    public required LocalizedText DisplayName { get; init; }
}
