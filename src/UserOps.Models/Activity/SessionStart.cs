namespace UserOps.Models.Activity;

/// <summary>Why a session began; of several reasons the first in this order.</summary>
public enum SessionStart
{
    /// <summary>A separator stood between its first event and the event before it, or before the user's first event.</summary>
    Separator,

    /// <summary>There was no event of a session before it.</summary>
    FirstEvent,

    /// <summary>The session before it had been closed.</summary>
    Closed,

    /// <summary>The event before it was longer ago than the inactivity limit.</summary>
    Inactivity,

    /// <summary>The event before it was on an earlier local date.</summary>
    Midnight,
}
