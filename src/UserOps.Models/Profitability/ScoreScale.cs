using System.Text.Json.Serialization;

namespace UserOps.Models.Profitability;

/// <summary>How odds become points: score = offset + factor ln(odds), odds of good against bad. Immutable, valid by construction, JSON round-trip.</summary>
/// <remarks>N. Siddiqi, Credit Risk Scorecards, 2006, chapter 6: factor = points to double / ln 2, offset = base score - factor ln(base odds).</remarks>
public sealed record ScoreScale
{
    // ln of the smallest number above 0, and a little more than that of the largest.
    private const double MostLogOdds = 745;

    /// <summary>Initializes a new instance of the <see cref="ScoreScale"/> class.</summary>
    /// <param name="pointsToDouble">The points that double the odds (PDO); more than 0, such as 20.</param>
    /// <param name="baseScore">The score at the base odds, such as 600.</param>
    /// <param name="baseOdds">Good customers to one bad one at that score; more than 0, such as 50.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not finite, or the points or the odds are not more than 0, or the points are so many that scores are not finite.</exception>
    [JsonConstructor]
    public ScoreScale(double pointsToDouble, double baseScore, double baseOdds)
    {
        RequirePositive(pointsToDouble, nameof(pointsToDouble));
        RequirePositive(baseOdds, nameof(baseOdds));
        if (!double.IsFinite(baseScore))
        {
            throw new ArgumentOutOfRangeException(nameof(baseScore), baseScore, "A base score is a finite number.");
        }

        PointsToDouble = pointsToDouble;
        BaseScore = baseScore;
        BaseOdds = baseOdds;
        if (!double.IsFinite(Math.Abs(Offset) + Factor * MostLogOdds))
        {
            throw new ArgumentOutOfRangeException(nameof(pointsToDouble), pointsToDouble, "With so many points the scores of some odds are no finite numbers.");
        }
    }

    /// <summary>Gets the points that double the odds.</summary>
    public double PointsToDouble { get; }

    /// <summary>Gets the score at the base odds.</summary>
    public double BaseScore { get; }

    /// <summary>Gets good customers to one bad one at the base score.</summary>
    public double BaseOdds { get; }

    /// <summary>Gets the points a unit of log odds is worth.</summary>
    [JsonIgnore]
    public double Factor => PointsToDouble / Math.Log(2);

    /// <summary>Gets the score at even odds.</summary>
    [JsonIgnore]
    public double Offset => BaseScore - Factor * Math.Log(BaseOdds);

    /// <summary>Gets the score of odds.</summary>
    /// <param name="odds">Good customers to one bad one; more than 0 and finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">The odds are not more than 0, or not finite.</exception>
    public double ScoreOf(double odds)
    {
        RequirePositive(odds, nameof(odds));
        return Offset + Factor * Math.Log(odds);
    }

    /// <summary>Gets the odds of a score.</summary>
    /// <param name="score">Any number.</param>
    /// <returns>Good customers to one bad one; without a number (<see cref="UndefinedReason.NoSolution"/>) where the odds are beyond what a double holds.</returns>
    public Measure<double> OddsOf(double score)
        => Math.Exp((score - Offset) / Factor) is var odds and > 0 && double.IsFinite(odds) ? odds : UndefinedReason.NoSolution;

    private static void RequirePositive(double value, string parameterName)
    {
        if (!(value > 0 && double.IsFinite(value)))
        {
            throw new ArgumentOutOfRangeException(parameterName, value, "This is a finite number above 0.");
        }
    }
}
