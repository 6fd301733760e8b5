using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;

namespace UserOps.Models.GrowthModels;

/// <summary>Why a user is where a growth model puts them; the same for AARRR and RARRA.</summary>
public sealed record GrowthExplanation
{
    /// <summary>Gets the user.</summary>
    public required UserId User { get; init; }

    /// <summary>Gets whether the user belongs to the cohort, and if not, why.</summary>
    public required GrowthMembership Membership { get; init; }

    /// <summary>Gets the first acquisition event; null without one.</summary>
    public GrowthEvent? Acquired { get; init; }

    /// <summary>Gets how far the acquisition lies from the nearest instant of the cohort's dates; null in the cohort, and without an acquisition.</summary>
    public TimeSpan? OutsideBy { get; init; }

    /// <summary>Gets the five stages in the order of AARRR; empty outside the cohort.</summary>
    public required ImmutableArray<GrowthStageExplanation> Stages { get; init; }

    /// <summary>Gets the value of the breakdown property that places the user in a row; null for none, and without a breakdown.</summary>
    public string? BreakdownValue { get; init; }

    /// <summary>Gets the first stage of AARRR the user did not reach; null outside the cohort, and for a user who reached all.</summary>
    [JsonIgnore]
    public GrowthStage? LostBefore => Stages.FirstOrDefault(stage => !stage.IsReached)?.Stage;

    /// <summary>
    /// Gives the explanation as text, without regard to culture: a line for the membership, such as
    /// <c>u7: AcquiredAfter by 05:00:00, register at 2026-03-08T05:00:00+08:00 (event 0)</c>, one for each stage, and one for a breakdown value.
    /// </summary>
    public override string ToString()
    {
        string by = OutsideBy is { } outside ? string.Create(CultureInfo.InvariantCulture, $" by {outside:c}") : "";
        string acquired = Acquired is { } first ? $", {first}" : "";
        string[] row = BreakdownValue is { } value ? [$"  in the row of {value}"] : [];
        return string.Join('\n', [$"{User}: {Membership}{by}{acquired}", .. Stages.Select(stage => $"  {stage}"), .. row]);
    }

    /// <inheritdoc/>
    public bool Equals(GrowthExplanation? other) => other is not null
        && User == other.User
        && Membership == other.Membership
        && Acquired == other.Acquired
        && OutsideBy == other.OutsideBy
        && ListEquality.Equal(Stages, other.Stages)
        && BreakdownValue == other.BreakdownValue;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(User, Membership, Acquired, OutsideBy, ListEquality.Hash(Stages), BreakdownValue);
}
