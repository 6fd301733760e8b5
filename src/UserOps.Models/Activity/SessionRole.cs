namespace UserOps.Models.Activity;

/// <summary>What an event is to sessions.</summary>
public enum SessionRole
{
    /// <summary>Nothing: it is in no session and ends none.</summary>
    Ignored,

    /// <summary>A part of a session.</summary>
    Event,

    /// <summary>It begins a session and is in none.</summary>
    Separator,

    /// <summary>It ends the open session; where there is one, it has its index, but is not counted among its events.</summary>
    Close,
}
