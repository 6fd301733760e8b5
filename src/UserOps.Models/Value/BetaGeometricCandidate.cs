namespace UserOps.Models.Value;

/// <summary>A beta-geometric model of one regularity among several that were fitted.</summary>
public sealed class BetaGeometricCandidate
{
    internal BetaGeometricCandidate(int regularity, ValueFit<BetaGeometricModel> fit)
    {
        Regularity = regularity;
        Fit = fit;
    }

    /// <summary>Gets k.</summary>
    public int Regularity { get; }

    /// <summary>Gets how the fit ended.</summary>
    public ValueFit<BetaGeometricModel> Fit { get; }
}
