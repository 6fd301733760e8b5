namespace UserOps.Models.Activity;

/// <summary>What the first instant of a local date does to a session.</summary>
public enum SessionMidnight
{
    /// <summary>Nothing: a session goes on over midnight, and belongs to the period in which it began.</summary>
    Continues,

    /// <summary>It ends the session: the first event of a local date begins a new one, as web analytics that counts visits per day has it.</summary>
    Cuts,
}
