using System.Collections.Immutable;

namespace UserOps.Models.Portraits;

/// <summary>What is told of an audience: how it spreads over values, what its numbers come to. JSON round-trip; immutable.</summary>
public sealed record AudienceProfile
{
    /// <summary>Gets the counts and totals; mergeable.</summary>
    public required AudienceProfileSummary Summary { get; init; }

    /// <summary>Gets the measured numbers, in the order asked for.</summary>
    public required ImmutableArray<NumberProfile> Numbers { get; init; }

    /// <summary>Gets the amounts and quantities, in the order asked for.</summary>
    public required ImmutableArray<AmountProfile> Amounts { get; init; }

    /// <summary>Gets the dates, in the order asked for.</summary>
    public required ImmutableArray<TimeProfile<DateOnly>> Dates { get; init; }

    /// <summary>Gets the instants, in the order asked for.</summary>
    public required ImmutableArray<TimeProfile<DateTimeOffset>> Instants { get; init; }

    /// <inheritdoc/>
    public bool Equals(AudienceProfile? other) => other is not null
        && Summary == other.Summary
        && ListEquality.Equal(Numbers, other.Numbers)
        && ListEquality.Equal(Amounts, other.Amounts)
        && ListEquality.Equal(Dates, other.Dates)
        && ListEquality.Equal(Instants, other.Instants);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(
        Summary, ListEquality.Hash(Numbers), ListEquality.Hash(Amounts), ListEquality.Hash(Dates), ListEquality.Hash(Instants));
}
