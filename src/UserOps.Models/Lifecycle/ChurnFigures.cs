namespace UserOps.Models.Lifecycle;

/// <summary>What was measured of one user, before it is judged.</summary>
internal readonly record struct ChurnFigures
{
    /// <summary>Gets the last activity event: an index in the log, or in the span the caller gave; -1 for none.</summary>
    internal required int LastEvent { get; init; }

    /// <summary>Gets the instant of it.</summary>
    internal long LastTicks { get; init; }

    /// <summary>Gets how many gaps the rhythm has.</summary>
    internal int Gaps { get; init; }

    /// <summary>Gets the median gap in ticks; 0 where there are too few.</summary>
    internal long UsualTicks { get; init; }

    /// <summary>Gets the ticks from the last activity to 'as of', in the unit of the gaps.</summary>
    internal long CurrentTicks { get; init; }

    internal Int128 RecentUnits { get; init; }

    internal Int128 BaseUnits { get; init; }

    /// <summary>Gets the events of both periods that have no amount.</summary>
    internal long WithoutAmount { get; init; }
}
