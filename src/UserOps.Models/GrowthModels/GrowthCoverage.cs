using System.Text.Json.Serialization;

namespace UserOps.Models.GrowthModels;

/// <summary>What the 'as of' instant left open: counts stand as seen, and this says what may still change.</summary>
public sealed record GrowthCoverage
{
    /// <summary>Gets a value indicating whether the last day of the cohort is over: nobody can join it any more.</summary>
    public required bool IsCohortOver { get; init; }

    /// <summary>Gets the cohort users who have not come back yet, and whose retention days are not over.</summary>
    public required long RetentionOpen { get; init; }

    /// <summary>Gets the cohort users who lack activation, revenue or referral, and whose window is not over; without a window it never is.</summary>
    public required long WindowOpen { get; init; }

    /// <summary>Gets the events after 'as of' that were not looked at; of all users, in the cohort or not.</summary>
    public required long EventsAfterAsOf { get; init; }

    /// <summary>Gets a value indicating whether no later event can change a count.</summary>
    [JsonIgnore]
    public bool IsComplete => IsCohortOver && RetentionOpen == 0 && WindowOpen == 0;

    internal static GrowthCoverage Merge(GrowthCoverage a, GrowthCoverage b) => new()
    {
        IsCohortOver = a.IsCohortOver && b.IsCohortOver,
        RetentionOpen = a.RetentionOpen + b.RetentionOpen,
        WindowOpen = a.WindowOpen + b.WindowOpen,
        EventsAfterAsOf = a.EventsAfterAsOf + b.EventsAfterAsOf,
    };
}
