namespace UserOps.Models;

/// <summary>The node that begins next.</summary>
public sealed record CardCycleNext
{
    /// <summary>Gets the node.</summary>
    public required CardCycleNode Node { get; init; }

    /// <summary>Gets its date.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Gets in how many days it begins, at least 1: its date comes the days before later.</summary>
    public required int Days { get; init; }
}
