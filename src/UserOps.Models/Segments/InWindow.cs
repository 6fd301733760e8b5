namespace UserOps.Models;

/// <summary><c>inWindow</c>: an instant or date of the user lies in a window; unknown where it is missing. A date stands for its local midnight.</summary>
public sealed record InWindow : FieldRule
{
    /// <summary>Gets the window. Unlike events, attributes may lie after the instant of the evaluation.</summary>
    public required TimeWindow Window { get; init; }
}
