namespace UserOps.Models.Stratification;

/// <summary>How far value is concentrated on few users, and who they are. Immutable.</summary>
public sealed class ParetoResult
{
    internal ParetoResult(ParetoSummary summary, RankedUsers ranked) => (Summary, Users) = (summary, new(summary, ranked));

    /// <summary>Gets what was asked.</summary>
    public ParetoDefinition Definition => Summary.Definition;

    /// <summary>Gets the numbers: JSON.</summary>
    public ParetoSummary Summary { get; }

    /// <summary>Gets who is at the top.</summary>
    public ParetoUsers Users { get; }
}
