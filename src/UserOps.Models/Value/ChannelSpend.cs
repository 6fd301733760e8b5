namespace UserOps.Models.Value;

/// <summary>What was spent on a channel.</summary>
/// <param name="Channel">The value of the channel column; ordinal.</param>
/// <param name="Amount">In the currency of the revenue; zero or more.</param>
public sealed record ChannelSpend(string Channel, decimal Amount);
