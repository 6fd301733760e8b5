using System.Text.Json.Serialization;

namespace UserOps.Models.Activity;

/// <summary>What is asked of the active users of each period: who is new, who returns, who is back after an absence, and who stayed away.</summary>
/// <remarks>Plain data, JSON round-trip. Nothing is checked here; <see cref="ActivityDecompositionModel"/> checks everything at once.</remarks>
public sealed record ActivityDecompositionDefinition
{
    /// <summary>Gets what makes a user active.</summary>
    public required ActiveUserDefinition Activity { get; init; }

    /// <summary>Gets what the periods are.</summary>
    public required CalendarUnit Interval { get; init; }

    /// <summary>Gets where to begin: the period that contains it is the first one. It cuts the answer, not the history that decides.</summary>
    public required DateOrInstant From { get; init; }

    /// <summary>Gets where to end: the period that contains it is the last one, included. A date means its first instant, so that hours end with the first one of that date.</summary>
    public required DateOrInstant To { get; init; }

    /// <summary>
    /// Gets the column of the user table that says when a user was created, of instants or dates; null, the default, to go by the first active
    /// period of the whole history. A user whose creation is missing is never new.
    /// </summary>
    [JsonConverter(typeof(CreationFieldJsonConverter))]
    public Field? CreatedAt { get; init; }
}
