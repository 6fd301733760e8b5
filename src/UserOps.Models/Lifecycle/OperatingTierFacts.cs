using System.Text.Json.Serialization;

namespace UserOps.Models.Lifecycle;

/// <summary>What decides the operating tier of one user.</summary>
public readonly record struct OperatingTierFacts
{
    /// <summary>Creates the facts of a user.</summary>
    /// <param name="activeDays">Local dates with an interaction among the last 60; 0 or more.</param>
    /// <param name="coreUses">Uses of the core feature on the last 30 local dates; 0 or more.</param>
    /// <param name="registeredDaysAgo">Local days since the day of registration, 0 or more; null where it is not known: the user is then not new.</param>
    /// <param name="daysSinceLastInteraction">Local days since the day of the last interaction, 0 or more; null for never.</param>
    /// <param name="hasConverted">Whether the user has converted.</param>
    /// <param name="matchesValueProfile">Whether the user looks like those who convert.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    [JsonConstructor]
    public OperatingTierFacts(
        int activeDays, int coreUses, int? registeredDaysAgo = null, int? daysSinceLastInteraction = null, bool hasConverted = false, bool matchesValueProfile = false)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(registeredDaysAgo ?? 0, nameof(registeredDaysAgo));
        ArgumentOutOfRangeException.ThrowIfNegative(daysSinceLastInteraction ?? 0, nameof(daysSinceLastInteraction));
        ArgumentOutOfRangeException.ThrowIfNegative(activeDays);
        ArgumentOutOfRangeException.ThrowIfNegative(coreUses);
        (RegisteredDaysAgo, DaysSinceLastInteraction, ActiveDays, CoreUses) = (registeredDaysAgo, daysSinceLastInteraction, activeDays, coreUses);
        (HasConverted, MatchesValueProfile) = (hasConverted, matchesValueProfile);
    }

    /// <summary>Gets local days since the day of registration; null where it is not known.</summary>
    public int? RegisteredDaysAgo { get; }

    /// <summary>Gets local days since the day of the last interaction; null for never.</summary>
    public int? DaysSinceLastInteraction { get; }

    /// <summary>Gets local dates with an interaction among the last 60.</summary>
    public int ActiveDays { get; }

    /// <summary>Gets uses of the core feature on the last 30 local dates.</summary>
    public int CoreUses { get; }

    /// <summary>Gets a value indicating whether the user has converted.</summary>
    public bool HasConverted { get; }

    /// <summary>Gets a value indicating whether the user looks like those who convert.</summary>
    public bool MatchesValueProfile { get; }
}
