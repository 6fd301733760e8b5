namespace UserOps.Models.Lifecycle;

/// <summary>Whether the shares of the stages settle, and if not, why.</summary>
public enum LifecycleSteadyStateStatus
{
    /// <summary>They settle, and at the same shares whatever the start.</summary>
    Unique,

    /// <summary>They settle, but at which shares depends on the start: there are several ends that nobody leaves.</summary>
    DependsOnStart,

    /// <summary>They swing for ever: users go round in a circle of fixed length.</summary>
    Periodic,

    /// <summary>Users came to a place in which nobody was before, so that it is not known where they go from there.</summary>
    UnknownRates,

    /// <summary>There was nobody.</summary>
    Empty,
}
