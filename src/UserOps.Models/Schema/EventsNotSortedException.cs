namespace UserOps.Models;

/// <summary>The events of one user were given out of time order.</summary>
public sealed class EventsNotSortedException : ArgumentException
{
    internal EventsNotSortedException(int index, string? parameterName)
        : base($"Event {index} is earlier than event {index - 1}; sort each user's events by instant first.", parameterName)
        => Index = index;

    /// <summary>Gets the position of the first event out of order; at least 1.</summary>
    public int Index { get; }
}
