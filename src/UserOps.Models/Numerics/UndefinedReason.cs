namespace UserOps.Models;

/// <summary>Why a number does not exist.</summary>
public enum UndefinedReason
{
    /// <summary>There was nobody, or nothing, to measure.</summary>
    EmptyPopulation,

    /// <summary>The base of a share or of a relative change is zero.</summary>
    ZeroBase,

    /// <summary>The period the number speaks of is not over at the 'as of' instant.</summary>
    NotYetObservable,

    /// <summary>There are observations, but fewer than the number needs.</summary>
    TooFew,

    /// <summary>The equation behind the number has no solution for these data.</summary>
    NoSolution,

    /// <summary>There is nobody in the group that is compared with a base; the base may well have somebody.</summary>
    EmptyTarget,

    /// <summary>The base of a share is below zero, as of a total that is a loss: a share of it would have the wrong sign.</summary>
    NegativeBase,
}
