using System.Globalization;
using System.Text.Json.Serialization;

namespace UserOps.Models.Activity;

/// <summary>One session of one user.</summary>
public sealed record UserSession
{
    /// <summary>Gets the index among the user's sessions, from 1; separators without events leave gaps.</summary>
    public required int Index { get; init; }

    /// <summary>Gets the instant of the first event.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>Gets the instant of the last event, or of what closed the session.</summary>
    public required DateTimeOffset End { get; init; }

    /// <summary>Gets how many events it has, at least 1; what closed it is not among them.</summary>
    public required int Events { get; init; }

    /// <summary>Gets why it began.</summary>
    public required SessionStart StartedBy { get; init; }

    /// <summary>Gets the time since the last event of the session before it; null for the first session.</summary>
    public TimeSpan? Gap { get; init; }

    /// <summary>Gets whether a close event ended it.</summary>
    public bool IsClosed { get; init; }

    /// <summary>Gets whether an event just after 'as of' would still belong to it.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Gets the time from start to end; zero for a session of one event that nothing closed.</summary>
    [JsonIgnore]
    public TimeSpan Duration => End - Start;

    /// <summary>Gives the session as text, without regard to culture.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Index}: {Events} event(s) from {Start:O} to {End:O}, begun by {StartedBy}{(Gap is { } gap ? $" after {gap:c}" : "")}{(IsClosed ? ", closed" : IsOpen ? ", open" : "")}");
}
