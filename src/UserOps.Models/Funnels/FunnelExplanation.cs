using System.Collections.Immutable;
using System.Globalization;

namespace UserOps.Models.Funnels;

/// <summary>Why a user is where the funnel puts them, as data.</summary>
public sealed record FunnelExplanation
{
    /// <summary>Gets how deep the user got; 0 never entered, -1 removed by an exclusion.</summary>
    public required int Level { get; init; }

    /// <summary>Gets the events of the chosen chain, step by step; for a removed user, of the chain that would have been chosen.</summary>
    public required ImmutableArray<FunnelServedStep> Served { get; init; }

    /// <summary>Gets what stands in the way of <see cref="NextStep"/>.</summary>
    public required FunnelObstacle Obstacle { get; init; }

    /// <summary>
    /// Gets the step that is missing, 0-based; null for a user who got to the end. Of several that would take the user further (optional steps and
    /// the required one behind them; unordered: those the events that served can leave free) the one an event came closest to; where none comes
    /// closer, the required one; unordered: the first left free.
    /// </summary>
    public int? NextStep { get; init; }

    /// <summary>Gets the index of the event that came closest to it, or that did the harm; null without one.</summary>
    public int? Event { get; init; }

    /// <summary>
    /// Gets how far that event lies beyond the limit that failed, the window, the step's own limit, or the nearer end of the range (0 at the end
    /// itself, which is excluded); null where no such limit did.
    /// </summary>
    public TimeSpan? Distance { get; init; }

    /// <summary>
    /// Gives the explanation as text, without regard to culture: a line for the level, one for each event that served, and for a user who is not
    /// at the end one for what is missing, such as <c>missing step 2: AfterWindow by 03:00:00 (event 17)</c>.
    /// </summary>
    public override string ToString() => string.Join('\n', [LevelText(), .. Served.Select(served => $"  {served}"), .. MissingText()]);

    private string LevelText() => Level switch
    {
        FunnelEngine.Removed => "removed by an exclusion",
        0 => "never entered",
        _ => string.Create(CultureInfo.InvariantCulture, $"level {Level}"),
    };

    private IEnumerable<string> MissingText()
    {
        if (Obstacle != FunnelObstacle.None)
        {
            string step = NextStep is { } next ? string.Create(CultureInfo.InvariantCulture, $"missing step {next}: ") : "";
            string by = Distance is { } distance ? string.Create(CultureInfo.InvariantCulture, $" by {distance:c}") : "";
            string at = Event is { } index ? string.Create(CultureInfo.InvariantCulture, $" (event {index})") : "";
            yield return $"  {step}{Obstacle}{by}{at}";
        }
    }

    /// <inheritdoc/>
    public bool Equals(FunnelExplanation? other) => other is not null
        && Level == other.Level
        && ListEquality.Equal(Served, other.Served)
        && Obstacle == other.Obstacle
        && NextStep == other.NextStep
        && Event == other.Event
        && Distance == other.Distance;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Level, ListEquality.Hash(Served), Obstacle, NextStep, Event, Distance);
}
