namespace UserOps.Models;

/// <summary>A length of elapsed time, end included.</summary>
public sealed record ElapsedLimit
{
    /// <summary>Gets how many units; positive.</summary>
    public required int Amount { get; init; }

    /// <summary>Gets the unit; not a month or a year, which have no fixed length.</summary>
    public required WindowUnit Unit { get; init; }

    /// <summary>Gets the length; the longest there is where it would be longer.</summary>
    internal long Ticks => (long)Int128.Min((Int128)Amount * WindowLength.TicksOf(Unit), long.MaxValue / 4);
}
