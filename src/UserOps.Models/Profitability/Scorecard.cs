using System.Collections.Immutable;

namespace UserOps.Models.Profitability;

/// <summary>A scorecard (评分卡) as data: points for the bins of a customer, to be read, edited and signed off. JSON round-trip.</summary>
/// <remarks>Nothing is checked here; <see cref="ScorecardModel"/> checks everything at once.</remarks>
public sealed record Scorecard
{
    /// <summary>Gets the id.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the version of its content; at least 1.</summary>
    public required int Version { get; init; }

    /// <summary>Gets how a score stands for odds.</summary>
    public required ScoreScale Scale { get; init; }

    /// <summary>Gets the characteristics; at least one, each column once.</summary>
    public required ImmutableArray<ScorecardCharacteristic> Characteristics { get; init; }

    /// <summary>Gets the bands, rising; a score lies in the last one that begins at or below it. Empty, the default, for none.</summary>
    public ImmutableArray<ScorecardBand> Bands
    {
        get => field.IsDefault ? [] : field;
        init;
    }

    /// <summary>Makes a scorecard from weights of evidence and the logistic regression over them.</summary>
    /// <param name="id">The id of the new scorecard, whose version is 1.</param>
    /// <param name="scale">How a score stands for odds.</param>
    /// <param name="intercept">The intercept of the log odds of good against bad.</param>
    /// <param name="characteristics">Coefficients and weights; at least one.</param>
    /// <param name="digits">The digits the points are rounded to, half to even; 0 to 10. Default: whole points.</param>
    /// <returns>
    /// Points = (weight x coefficient + intercept / n) x factor + offset / n for n characteristics, so that their sum is the score of the odds the
    /// regression gives, but for rounding.
    /// </returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">There is no characteristic.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The digits are not 0 to 10, or a number is not finite.</exception>
    /// <exception cref="InvalidDefinitionException">The scorecard cannot be; every fault is in <c>Issues</c>.</exception>
    /// <remarks>N. Siddiqi, Credit Risk Scorecards, 2006, chapter 6; there the regression is of bad against good and both signs are turned.</remarks>
    public static Scorecard FromWeights(string id, ScoreScale scale, double intercept, IEnumerable<WeightedCharacteristic> characteristics, int digits = 0)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(scale);
        ArgumentNullException.ThrowIfNull(characteristics);
        ArgumentOutOfRangeException.ThrowIfNegative(digits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(digits, ProfitabilityDefaults.LineDigits);
        ImmutableArray<WeightedCharacteristic> weighted = [.. characteristics];
        if (weighted.IsEmpty)
        {
            throw new ArgumentException("There is no characteristic.", nameof(characteristics));
        }

        var points = new BinPoints(scale, intercept, weighted.Length, digits, nameof(characteristics));
        var scorecard = new Scorecard { Id = id, Version = ProfitabilityDefaults.ScorecardVersion, Scale = scale, Characteristics = [.. weighted.Select(points.Of)] };
        InvalidDefinitionException.ThrowIfAny(ScorecardRules.Check(scorecard));
        return scorecard;
    }

    /// <summary>Gets the name of the band a score lies in; null below the first one.</summary>
    /// <param name="score">Any number.</param>
    public string? BandOf(decimal score) => Bands.LastOrDefault(band => band.From <= score)?.Name;

    /// <inheritdoc/>
    public bool Equals(Scorecard? other) => other is not null
        && Id == other.Id
        && Version == other.Version
        && Scale == other.Scale
        && ListEquality.Equal(Characteristics, other.Characteristics)
        && ListEquality.Equal(Bands, other.Bands);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, Version, Scale, ListEquality.Hash(Characteristics), ListEquality.Hash(Bands));
}
