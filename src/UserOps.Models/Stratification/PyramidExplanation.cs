using System.Text.Json.Serialization;

namespace UserOps.Models.Stratification;

/// <summary>Why a user is in a tier, and how far away the next ones are, as data. JSON round-trip.</summary>
public sealed record PyramidExplanation
{
    /// <summary>Gets the user.</summary>
    public required UserId User { get; init; }

    /// <summary>Gets the value; null where there is none, and then there is nothing else to tell.</summary>
    public decimal? Value { get; init; }

    /// <summary>Gets the id of the tier; null for none.</summary>
    public string? Tier { get; init; }

    /// <summary>Gets the place by value, 1 for the highest; equal values in the order of ids.</summary>
    public long? Rank { get; init; }

    /// <summary>Gets how many users have a value.</summary>
    public required long Users { get; init; }

    /// <summary>Gets the value from which the user's tier begins: the threshold, or by shares the lowest value in it.</summary>
    public decimal? LowerBound { get; init; }

    /// <summary>Gets the id of the next higher tier, by shares the next one that has users; null at the top.</summary>
    public string? Above { get; init; }

    /// <summary>Gets the value from which that tier begins: the threshold, or by shares the lowest value in it.</summary>
    public decimal? UpperBound { get; init; }

    /// <summary>Gets how much the value may fall before the user leaves the tier; 0 at its bound.</summary>
    [JsonIgnore]
    public decimal? Margin => Value - LowerBound;

    /// <summary>Gets how much is missing to the tier above; 0, by shares, where only the id stands between.</summary>
    [JsonIgnore]
    public decimal? ToNext => UpperBound - Value;
}
