namespace UserOps.Models.Stratification;

/// <summary>How profit adds up from the best user to the worst, and who makes losses. Immutable.</summary>
public sealed class WhaleCurveResult
{
    internal WhaleCurveResult(WhaleCurveSummary summary, RankedUsers ranked) => (Summary, Users) = (summary, new(ranked));

    /// <summary>Gets what was asked.</summary>
    public WhaleCurveDefinition Definition => Summary.Definition;

    /// <summary>Gets the numbers: JSON.</summary>
    public WhaleCurveSummary Summary { get; }

    /// <summary>Gets who makes profits and losses.</summary>
    public WhaleCurveUsers Users { get; }
}
