using System.Collections.Immutable;

namespace UserOps.Models.Survival;

/// <summary>The incidences of all causes and the share that has not ended: at any time they add up to 1. Immutable.</summary>
public sealed class IncidenceCurves
{
    internal IncidenceCurves(RiskTable risk, SurvivalIntervalKind kind, double z)
    {
        Survival = new(risk, kind, z);
        Causes = [.. risk.Causes.Select(cause => new IncidenceCurve(risk, cause, Survival.Survival, kind, z))];
    }

    /// <summary>Gets the share that has not ended for any cause: the Kaplan-Meier curve of all ends.</summary>
    public SurvivalCurve Survival { get; }

    /// <summary>Gets the incidence of each cause, in the order of the labels; none where nobody ended.</summary>
    public ImmutableArray<IncidenceCurve> Causes { get; }

    /// <summary>Gets the incidence of a cause.</summary>
    /// <param name="cause">Its label, ordinal.</param>
    /// <exception cref="KeyNotFoundException">Nobody ended for such a cause.</exception>
    public IncidenceCurve this[string cause]
        => Causes.FirstOrDefault(curve => curve.Cause == cause) ?? throw new KeyNotFoundException($"Nobody ended for the cause '{cause}'.");
}
