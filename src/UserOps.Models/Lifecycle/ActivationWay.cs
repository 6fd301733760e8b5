using System.Collections.Immutable;

namespace UserOps.Models.Lifecycle;

/// <summary>One way to make users of a period more active (促活方式).</summary>
public sealed record ActivationWay
{
    /// <summary>Gets the stable id, such as <c>new.first-use</c>; unique in its catalog.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the period it is for.</summary>
    public required UserPeriod Period { get; init; }

    /// <summary>Gets the name.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>Gets what to do; at least one.</summary>
    public required ImmutableArray<LocalizedText> Actions { get; init; }

    /// <summary>Gets whom it is for; null for everybody in the period. Shipped rules speak of the sample bank's events: to be edited.</summary>
    public SegmentRule? Audience { get; init; }

    /// <summary>Gets a value indicating whether the library shipped the way; false for the caller's own.</summary>
    public bool IsDefault { get; init; }

    /// <inheritdoc/>
    public bool Equals(ActivationWay? other) => other is not null
        && Id == other.Id
        && Period == other.Period
        && Name == other.Name
        && ListEquality.Equal(Actions, other.Actions)
        && Audience == other.Audience
        && IsDefault == other.IsDefault;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, Period, Name, ListEquality.Hash(Actions), Audience, IsDefault);
}
