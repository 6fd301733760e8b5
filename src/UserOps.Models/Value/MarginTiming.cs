namespace UserOps.Models.Value;

/// <summary>When the first margin of a user comes in: what is one period later is discounted and retained once more.</summary>
public enum MarginTiming
{
    /// <summary>At once, when the user is won: the first margin is neither discounted nor at risk.</summary>
    Now,

    /// <summary>At the end of the first period.</summary>
    AfterOnePeriod,
}
