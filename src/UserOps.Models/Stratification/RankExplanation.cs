using System.Text.Json.Serialization;

namespace UserOps.Models.Stratification;

/// <summary>Where a user stands among the others by value, as data. JSON round-trip.</summary>
public sealed record RankExplanation
{
    /// <summary>Gets the user.</summary>
    public required UserId User { get; init; }

    /// <summary>Gets the value; null where there is none, and then there is no rank either.</summary>
    public decimal? Value { get; init; }

    /// <summary>Gets the place, 1 for the highest value; equal values in the order of ids.</summary>
    public long? Rank { get; init; }

    /// <summary>Gets how many users have a value.</summary>
    public required long Users { get; init; }

    /// <summary>Gets what the users before this one hold together; null without a rank.</summary>
    public decimal? ValueBefore { get; init; }

    /// <summary>Gets what all hold together.</summary>
    public required decimal Total { get; init; }

    /// <summary>Gets the share of the total that the users before this one hold; no number without a rank or without a positive total.</summary>
    [JsonIgnore]
    public Measure<double> ShareBefore => ValueBefore is { } before ? ValueShares.Of(before, Total, Users) : UndefinedReason.EmptyPopulation;

    /// <summary>Gets the share of the total that this user and those before hold.</summary>
    [JsonIgnore]
    public Measure<double> ShareUpTo => ValueBefore is { } before ? ValueShares.Of(before + Value!.Value, Total, Users) : UndefinedReason.EmptyPopulation;
}
