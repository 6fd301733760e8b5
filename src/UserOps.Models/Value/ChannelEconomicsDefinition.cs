using System.Collections.Immutable;

namespace UserOps.Models.Value;

/// <summary>What unit economics by channel asks: whom each channel won in a range of days, what they brought, and what was spent.</summary>
/// <remarks>
/// A user is won by the first acquisition event ever seen. Revenue counts from that instant on, to the end of the window. Plain data, JSON round-trip;
/// <see cref="ChannelEconomicsModel"/> checks everything at once.
/// </remarks>
public sealed record ChannelEconomicsDefinition
{
    /// <summary>Gets the events that say a user is won, such as a registration.</summary>
    public required EventFilter Acquisition { get; init; }

    /// <summary>Gets the column of the user table that says by which channel.</summary>
    public required CategoryField Channel { get; init; }

    /// <summary>Gets which events are revenue and what of it is margin. ROI and value to cost are there only where costs or a gross margin are named: revenue is not margin.</summary>
    public required RevenueDefinition Revenue { get; init; }

    /// <summary>Gets the first local date on which users are won.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Gets the last local date on which users are won, included.</summary>
    public required DateOnly To { get; init; }

    /// <summary>Gets how long after being won a user's revenue counts, both ends included; null for all that is seen, so that older users had longer.</summary>
    public TimeSpan? Window { get; init; }

    /// <summary>Gets how long one age of the contribution curve is, counted from the instant each user is won, its end excluded; null, with no <see cref="Ages"/>, for no curve.</summary>
    public TimeSpan? AgeLength { get; init; }

    /// <summary>Gets how many ages the contribution curve of a channel has, from age 0 on; 0, the default, for no curve. They lie within the window.</summary>
    public int Ages { get; init; }

    /// <summary>Gets what was spent to win the users of these days, each channel once, in the currency of the revenue. A channel that is not listed has no known spend, which is not a spend of 0.</summary>
    public required ImmutableArray<ChannelSpend> Spend { get; init; }

    /// <inheritdoc/>
    public bool Equals(ChannelEconomicsDefinition? other) => other is not null
        && Acquisition == other.Acquisition
        && Channel == other.Channel
        && Revenue == other.Revenue
        && From == other.From
        && To == other.To
        && Window == other.Window
        && AgeLength == other.AgeLength
        && Ages == other.Ages
        && ListEquality.Equal(Spend, other.Spend);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Acquisition, Channel, Revenue, (From, To), Window, AgeLength, Ages, ListEquality.Hash(Spend));
}
