namespace UserOps.Models.Rfm;

/// <summary>One event behind the measures of a user.</summary>
public sealed record RfmEvent
{
    /// <summary>Gets when, with the offset of the zone.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Gets the name of the event.</summary>
    public required string Name { get; init; }

    /// <summary>Gets what it is to the model.</summary>
    public required RfmEventRole Role { get; init; }

    /// <summary>Gets its amount as the data store it; null where it is missing, for reversals, and where money is not asked.</summary>
    public decimal? Amount { get; init; }

    /// <summary>Gets what it did.</summary>
    public required RfmEventEffect Effect { get; init; }
}
