namespace UserOps.Models.Lifecycle;

/// <summary>What the gap says of a user: the rhythm, how long they are away, and how far that is from the limit.</summary>
public sealed record ChurnGapEvidence
{
    /// <summary>Gets the last activity, with the offset of the context's zone; null without any.</summary>
    public DateTimeOffset? LastActivity { get; init; }

    /// <summary>Gets the index of that event in the event table; of several at one instant the last.</summary>
    public int? LastEvent { get; init; }

    /// <summary>Gets how many gaps the rhythm has.</summary>
    public required int Gaps { get; init; }

    /// <summary>Gets the median gap; null with fewer gaps than the definition asks for.</summary>
    public TimeSpan? UsualGap { get; init; }

    /// <summary>Gets the time since the last activity: whole days up to the day of 'as of', or elapsed time; null without activity.</summary>
    public TimeSpan? CurrentGap { get; init; }

    /// <summary>Gets current over usual.</summary>
    public required Measure<double> Ratio { get; init; }

    /// <summary>Gets the ratio at and above which the gap passes.</summary>
    public required decimal Limit { get; init; }

    /// <summary>Gets whether it passes; null without a ratio.</summary>
    public bool? Passes { get; init; }

    /// <summary>
    /// Gets how much longer the current gap is than the one at the limit; negative by what is still missing, and rounded down to a tick. Null without a
    /// ratio, and where the limit lies beyond all time.
    /// </summary>
    public TimeSpan? BeyondLimit { get; init; }

    /// <summary>
    /// Gets the first instant from which the gap passes if the user stays away; in the past where it does already. Null without a ratio, and
    /// where time ends before.
    /// </summary>
    public DateTimeOffset? PassesFrom { get; init; }
}
