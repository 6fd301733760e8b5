using System.Collections.Immutable;

namespace UserOps.Models.Lifecycle;

/// <summary>What a forecast expects after so many steps.</summary>
public sealed record LifecycleForecastStep
{
    /// <summary>Gets how many steps after the second instant; 0 is that instant, as observed.</summary>
    public required int Step { get; init; }

    /// <summary>Gets the expected users of each place, in the order of <see cref="LifecycleTransitions.States"/>. Of the absent, those who left since the first instant.</summary>
    public required ImmutableArray<LifecycleExpectedUsers> States { get; init; }

    /// <inheritdoc/>
    public bool Equals(LifecycleForecastStep? other) => other is not null && Step == other.Step && ListEquality.Equal(States, other.States);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Step, ListEquality.Hash(States));
}
