using System.Text.Json.Serialization;

namespace UserOps.Models.Survival;

/// <summary>A test whose statistic has, if nothing is going on, a chi-square distribution.</summary>
/// <param name="Statistic">Zero or more.</param>
/// <param name="DegreesOfFreedom">At least 1.</param>
[method: JsonConstructor]
public readonly record struct CoxTest(double Statistic, int DegreesOfFreedom)
{
    /// <summary>Gets the chance of a statistic at least as large if nothing is going on; 0 to 1.</summary>
    [JsonIgnore]
    public double PValue => DegreesOfFreedom < 1 ? 1 : ChiSquare.UpperTail(Math.Max(0, Statistic), DegreesOfFreedom);
}
