namespace UserOps.Models.Funnels;

/// <summary>An event that matches an open step and does not fill it.</summary>
/// <param name="Step">The step.</param>
/// <param name="Obstacle">What stands between them.</param>
/// <param name="Row">The index of the event in the table; -1 where there is none.</param>
/// <param name="Closeness">How little is missing, in kind.</param>
/// <param name="Beyond">How much is missing, in ticks; compared only within one kind.</param>
internal readonly record struct NearMiss(int Step, FunnelObstacle Obstacle, int Row, Closeness Closeness, long Beyond)
{
    /// <summary>Gets how far the event lies beyond a limit; null where no limit failed.</summary>
    internal TimeSpan? Distance => Obstacle
        is FunnelObstacle.OutsideRange or FunnelObstacle.BeforeWindow or FunnelObstacle.AfterWindow or FunnelObstacle.AfterStepLimit
        ? TimeSpan.FromTicks(Beyond)
        : null;

    /// <summary>Makes what stands for a step that no event matches.</summary>
    internal static NearMiss NoEvent(int step) => new(step, FunnelObstacle.NoEvent, -1, Closeness.NoEvent, 0);

    /// <summary>Says whether less is missing here than there; for the step to be told also where it is the same.</summary>
    internal bool IsCloserThan(NearMiss other, int told)
    {
        int order = Closeness.CompareTo(other.Closeness);
        order = order != 0 ? order : other.Beyond.CompareTo(Beyond);
        return order > 0 || (order == 0 && Step == told && other.Step != told);
    }
}
