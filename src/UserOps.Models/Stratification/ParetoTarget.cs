namespace UserOps.Models.Stratification;

/// <summary>The fewest users who hold a share of the value.</summary>
public sealed record ParetoTarget
{
    /// <summary>Gets the share asked for.</summary>
    public required decimal Share { get; init; }

    /// <summary>Gets how many users that takes, and what they hold: the share, or a little more. Null where there is no value to share.</summary>
    public ParetoStatement? Holds { get; init; }
}
