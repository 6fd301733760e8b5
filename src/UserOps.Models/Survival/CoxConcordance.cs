using System.Text.Json.Serialization;

namespace UserOps.Models.Survival;

/// <summary>How often who ended first had the higher score. Counts are of pairs of rows of one stratum, each weighted by the product of their weights.</summary>
/// <remarks>
/// A pair counts when the earlier time is an event and the other row was at risk then; equal event times make no pair, and who is censored at the time of an
/// event counts as later. F. Harrell, K. Lee, D. Mark, Statistics in Medicine 15, 1996, 361-387.
/// </remarks>
/// <param name="Concordant">Pairs in which who ended first has the higher score.</param>
/// <param name="Discordant">Pairs in which who ended first has the lower score.</param>
/// <param name="Tied">Pairs with equal scores.</param>
[method: JsonConstructor]
public readonly record struct CoxConcordance(double Concordant, double Discordant, double Tied)
{
    /// <summary>Gets the share of pairs in order, pairs with equal scores counted as half; <see cref="UndefinedReason.EmptyPopulation"/> without pairs.</summary>
    [JsonIgnore]
    public Measure<double> Value => Concordant + Discordant + Tied is > 0 and var pairs
        ? (Concordant + Tied / 2) / pairs
        : UndefinedReason.EmptyPopulation;
}
