using System.Collections.Immutable;

namespace UserOps.Models.Value;

/// <summary>Beta-geometric models of several regularities fitted to one history.</summary>
public sealed class BetaGeometricChoice
{
    internal BetaGeometricChoice(ImmutableArray<BetaGeometricCandidate> candidates)
    {
        Candidates = candidates;
        Best = candidates.MaxBy(candidate => (candidate.Fit.Status == ValueFitStatus.Converged, candidate.Fit.LogLikelihood, -candidate.Regularity))!;
    }

    /// <summary>Gets all that were fitted, in the order asked for; their log-likelihoods can be compared, because those of the gaps are part of them.</summary>
    public ImmutableArray<BetaGeometricCandidate> Candidates { get; }

    /// <summary>Gets the one under which the history is likeliest, of equal ones the least regular; one that has a model comes before all that have none.</summary>
    public BetaGeometricCandidate Best { get; }
}
