namespace UserOps.Models.Stratification;

/// <summary>Which users are in which tier, and what they hold. Immutable.</summary>
public sealed class PyramidResult
{
    internal PyramidResult(PyramidDefinition definition, UserAmounts values, byte[] codes)
    {
        Summary = PyramidCounts.Of(definition, values, codes);
        Users = new(Summary, values, codes);
    }

    /// <summary>Gets the tiers.</summary>
    public PyramidDefinition Definition => Summary.Definition;

    /// <summary>Gets the counts and sums: JSON, mergeable by thresholds.</summary>
    public PyramidSummary Summary { get; }

    /// <summary>Gets who is where.</summary>
    public PyramidUsers Users { get; }

    /// <summary>Gets a value indicating whether counts do not rise from the lowest tier to the highest.</summary>
    public bool IsPyramid => Summary.IsPyramid;
}
