namespace UserOps.Models.Tags;

/// <summary>A value given to a user at some instant: by an import, by a model, by hand.</summary>
/// <remarks>Plain data, JSON round-trip; <see cref="TagLedger"/> checks it.</remarks>
public sealed record TagAssignment
{
    /// <summary>Gets the user.</summary>
    public required UserId User { get; init; }

    /// <summary>Gets the id of the tag, ordinal.</summary>
    public required string Tag { get; init; }

    /// <summary>Gets the value: a text, a number, true or false; a date as ISO 8601 text.</summary>
    public required RuleValue Value { get; init; }

    /// <summary>Gets the instant from which it stands, included.</summary>
    public required DateTimeOffset AssignedAt { get; init; }

    /// <summary>Gets for how long it stands; null for no such end. Not negative; of length 0 it never stands, but supersedes.</summary>
    public TimeSpan? ValidFor { get; init; }

    /// <summary>Gets the instant at which it ends, left out; null for no such end. Where both are given, the earlier end counts.</summary>
    public DateTimeOffset? ValidUntil { get; init; }

    /// <summary>Gets who says so, ordinal; not empty.</summary>
    public required string Source { get; init; }

    /// <summary>Gets how sure the source is, 0 to 1; null when it does not say.</summary>
    public double? Confidence { get; init; }

    /// <summary>Gets the end in UTC ticks, left out; <see cref="long.MaxValue"/> for none.</summary>
    internal long EndTicks
    {
        get
        {
            long end = ValidUntil?.UtcTicks ?? long.MaxValue;
            return ValidFor is { } length && length.Ticks < long.MaxValue - AssignedAt.UtcTicks ? Math.Min(end, AssignedAt.UtcTicks + length.Ticks) : end;
        }
    }

    /// <summary>Says whether the value stands at an instant, as far as its own times say.</summary>
    internal bool StandsAt(DateTimeOffset at) => AssignedAt <= at && at.UtcTicks < EndTicks;
}
