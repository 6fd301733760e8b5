namespace UserOps.Models.Lifecycle;

/// <summary>Why a user counts as back, or does not.</summary>
public sealed record RecallExplanation
{
    /// <summary>Gets the user.</summary>
    public required UserId User { get; init; }

    /// <summary>Gets the group of the user.</summary>
    public required RecallGroup Group { get; init; }

    /// <summary>Gets a value indicating whether the user returned in the window; told of users in neither group too, who count nowhere.</summary>
    public required bool IsBack { get; init; }

    /// <summary>Gets the first returning event after targeting, with the offset of the context's zone; also one that came too late. Null for none seen.</summary>
    public DateTimeOffset? ReturnedAt { get; init; }

    /// <summary>Gets the index of that event in the event table; of several at one instant the first.</summary>
    public int? ReturnEvent { get; init; }

    /// <summary>Gets by how much the event came too late; null for one in time, and for none.</summary>
    public TimeSpan? LateBy { get; init; }

    /// <summary>Gets a value indicating whether the user may still return in the window.</summary>
    public required bool IsOpen { get; init; }
}
