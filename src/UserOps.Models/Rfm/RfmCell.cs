using System.Globalization;
using System.Text.Json.Serialization;

namespace UserOps.Models.Rfm;

/// <summary>The three scores of one user.</summary>
/// <remarks>Valid by construction, but for the default value, which has no scores.</remarks>
public readonly record struct RfmCell
{
    /// <summary>Initializes a new instance of the <see cref="RfmCell"/> struct.</summary>
    /// <param name="recency">1 to 10.</param>
    /// <param name="frequency">1 to 10.</param>
    /// <param name="monetary">1 to 10.</param>
    /// <exception cref="ArgumentOutOfRangeException">A score is not 1 to 10.</exception>
    [JsonConstructor]
    public RfmCell(int recency, int frequency, int monetary)
    {
        Recency = Checked(recency, nameof(recency));
        Frequency = Checked(frequency, nameof(frequency));
        Monetary = Checked(monetary, nameof(monetary));
    }

    /// <summary>Gets the score of recency; higher is more recent.</summary>
    public int Recency { get; }

    /// <summary>Gets the score of frequency.</summary>
    public int Frequency { get; }

    /// <summary>Gets the score of the monetary value.</summary>
    public int Monetary { get; }

    /// <summary>
    /// Gets the cell as text: "545" while every score has one digit, "10-5-4" as soon as one has two, so that no two cells share a text.
    /// </summary>
    [JsonIgnore]
    public string Code => HasTwoDigits
        ? string.Create(CultureInfo.InvariantCulture, $"{Recency}-{Frequency}-{Monetary}")
        : string.Create(CultureInfo.InvariantCulture, $"{Recency}{Frequency}{Monetary}");

    /// <summary>Gets the cell as a number, 100 R + 10 F + M; null as soon as a score is 10, where it would mean two cells.</summary>
    [JsonIgnore]
    public int? Number => HasTwoDigits ? null : 100 * Recency + 10 * Frequency + Monetary;

    /// <summary>Gets R + F + M.</summary>
    [JsonIgnore]
    public int Sum => Recency + Frequency + Monetary;

    /// <summary>Gets the mean of F and M, not rounded.</summary>
    [JsonIgnore]
    public decimal FrequencyMonetary => (Frequency + Monetary) / 2m;

    private bool HasTwoDigits => Math.Max(Recency, Math.Max(Frequency, Monetary)) >= 10;

    /// <summary>Adds up the scores times their weights, exactly.</summary>
    /// <param name="weights">What a point on each axis counts.</param>
    /// <exception cref="ArgumentNullException">There are no weights.</exception>
    /// <exception cref="InvalidDefinitionException">A weight is out of range, or all are 0.</exception>
    public decimal Weighted(RfmWeights weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        InvalidDefinitionException.ThrowIfAny(weights.Validate());
        return Recency * weights.Recency + Frequency * weights.Frequency + Monetary * weights.Monetary;
    }

    /// <summary>Gets <see cref="Code"/>.</summary>
    public override string ToString() => Code;

    private static int Checked(int score, string name) => score is >= 1 and <= RfmScoringDefaults.MaximumBins
        ? score
        : throw new ArgumentOutOfRangeException(name, score, $"A score is 1 to {RfmScoringDefaults.MaximumBins}.");
}
