namespace UserOps.Models;

/// <summary>How a search for a maximum ended.</summary>
internal enum AscentOutcome
{
    /// <summary>A further step would move nothing: this is the maximum over the parameters that were searched.</summary>
    Converged,

    /// <summary>The function rises for ever in some direction, ever more slowly: its maximum lies at infinity.</summary>
    Flat,

    /// <summary>The iterations are used up, or no step rises any more although the slope says it should.</summary>
    Stopped,
}
