namespace UserOps.Models.Rfm;

/// <summary>Events that take a purchase back altogether (冲正): it is as if it had never been made, in recency, frequency and money.</summary>
/// <remarks>
/// A reversal names an order. It takes back whatever of its user bears that order's id up to its own instant, refunds included; what comes later under the
/// same id stands. It counts from its own instant on: before, the purchase was one.
/// </remarks>
public sealed record RfmReversals
{
    /// <summary>Gets the events that are reversals. One that passes other filters too is a reversal and nothing else.</summary>
    public required EventFilter Events { get; init; }

    /// <summary>Gets the column of the order's id, on reversals, purchases and refunds alike; compared ordinally.</summary>
    public required CategoryField Order { get; init; }
}
