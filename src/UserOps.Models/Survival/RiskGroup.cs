namespace UserOps.Models.Survival;

/// <summary>The risk table of one group. Value equality.</summary>
/// <param name="Label">The group.</param>
/// <param name="Risk">Its rows, summed by time.</param>
public sealed record RiskGroup(string Label, RiskTable Risk)
{
    /// <summary>Gets the label as a number, where groups were given as numbers: those ascend by value, texts ordinally. Null for a text.</summary>
    public double? Number { get; init; }
}
