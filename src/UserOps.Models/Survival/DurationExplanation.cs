namespace UserOps.Models.Survival;

/// <summary>Why a user's duration is what it is. Plain data, JSON round-trip.</summary>
public sealed record DurationExplanation
{
    /// <summary>Gets the user.</summary>
    public required UserId User { get; init; }

    /// <summary>Gets what became of the user.</summary>
    public required DurationOutcome Outcome { get; init; }

    /// <summary>Gets when the clock started; null without a start.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>Gets since when the user is at risk, where that is later than the start; null from the start, and without a row.</summary>
    public DateTimeOffset? Entered { get; init; }

    /// <summary>Gets when the user ended, or was last watched; null without a row.</summary>
    public DateTimeOffset? Stop { get; init; }

    /// <summary>Gets the last activity that counted; null where inactivity ends nothing, and without a row.</summary>
    public DateTimeOffset? LastActivity { get; init; }

    /// <summary>Gets when inactivity has ended the user, or will unless there is activity by then, this instant included; null as <see cref="LastActivity"/>.</summary>
    public DateTimeOffset? Deadline { get; init; }

    /// <summary>Gets the time of the row in the definition's unit; null without a row.</summary>
    public double? Time { get; init; }

    /// <summary>Gets why the user ended; null where no end was seen.</summary>
    public string? Cause { get; init; }
}
