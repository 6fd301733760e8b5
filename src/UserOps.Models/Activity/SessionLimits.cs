namespace UserOps.Models.Activity;

/// <summary>A session definition as numbers.</summary>
/// <param name="InactivityTicks">The longest gap inside a session, inclusive; <see cref="long.MaxValue"/> for no limit.</param>
/// <param name="HasSeparators">Whether events before the first separator are in no session.</param>
/// <param name="CutsAtMidnight">Whether a session ends where its local date does.</param>
internal readonly record struct SessionLimits(long InactivityTicks, bool HasSeparators, bool CutsAtMidnight)
{
    internal static SessionLimits Of(SessionDefinition definition) => new(
        definition.InactivityLimit?.Ticks ?? long.MaxValue, definition.Separators is not null, definition.Midnight == SessionMidnight.Cuts);
}
