using System.Text.Json.Serialization;

namespace UserOps.Models.Value;

/// <summary>Lifetime value for ever: what was seen of a user, and what a fitted tail claims will follow. Plain data, value equality, JSON round-trip.</summary>
/// <remarks>What lies beyond the data is a claim about the shape, not an observation: the two are kept apart, and the shape is named.</remarks>
public sealed record LifetimeValueExtrapolation
{
    /// <summary>Gets the shape of the tail.</summary>
    public required LifetimeValueTail Tail { get; init; }

    /// <summary>Gets the last age that was seen; the tail begins with the next one.</summary>
    public required int ThroughAge { get; init; }

    /// <summary>Gets the cohorts it rests on: those whose period of that age is over.</summary>
    public required int Cohorts { get; init; }

    /// <summary>Gets the users of these cohorts.</summary>
    public required long Users { get; init; }

    /// <summary>Gets by how much an age later is worth less.</summary>
    public required double DiscountRate { get; init; }

    /// <summary>Gets the margin per user up to that age, discounted; <see cref="UndefinedReason.NotYetObservable"/> where no cohort has reached it, <see cref="UndefinedReason.EmptyPopulation"/> where none of them has users.</summary>
    public required Measure<double> Observed { get; init; }

    /// <summary>
    /// Gets what the tail adds, for ever and discounted. <see cref="UndefinedReason.TooFew"/> where it is fitted to fewer ages than it has parameters;
    /// <see cref="UndefinedReason.NoSolution"/> where margins are negative, do not fall as the shape must, do not decide on it, or add up to more than any number.
    /// </summary>
    public required Measure<double> Beyond { get; init; }

    /// <summary>Gets the share of an age's margin that the next one brings, of a geometric tail; null of another one, or where there is none.</summary>
    public double? MarginRetention { get; init; }

    /// <summary>Gets the parameters of the fitted curve of a shifted beta-geometric tail, from which a <see cref="ShiftedBetaGeometricModel"/> is made; null of another one, or where there is none.</summary>
    public ShiftedBetaGeometricParameters? Curve { get; init; }

    /// <summary>Gets what was seen and what the tail adds.</summary>
    [JsonIgnore]
    public Measure<double> Total => (Observed.Value, Beyond.Value) is ({ } seen, { } beyond) ? seen + beyond : Observed.Value is null ? Observed : Beyond;
}
