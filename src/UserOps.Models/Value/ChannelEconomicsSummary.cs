using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace UserOps.Models.Value;

/// <summary>Unit economics by channel: sums over users, so summaries of disjoint users can be merged. JSON round-trip.</summary>
/// <remarks>Every revenue event that is seen is in exactly one of <see cref="RevenueEvents"/>, <see cref="EventsOutside"/> and <see cref="EventsWithoutAmount"/>.</remarks>
public sealed record ChannelEconomicsSummary
{
    /// <summary>Gets what was asked.</summary>
    public required ChannelEconomicsDefinition Definition { get; init; }

    /// <summary>Gets what "now" and "a day" meant.</summary>
    public required EvaluationContext Context { get; init; }

    /// <summary>Gets every channel that won somebody or has a spend, ordinal, users without a channel at the end.</summary>
    public required ImmutableArray<ChannelEconomicsRow> Channels { get; init; }

    /// <summary>Gets the revenue and refund events in the sums.</summary>
    public required long RevenueEvents { get; init; }

    /// <summary>Gets those of users who were not won in these days, from before a user was won, and from after the window.</summary>
    public required long EventsOutside { get; init; }

    /// <summary>Gets those without an amount, or without a cost where costs are read; they are in no sum.</summary>
    public required long EventsWithoutAmount { get; init; }

    /// <summary>Gets how many events of any kind lie after 'as of'; they were not seen.</summary>
    public required long EventsAfterAsOf { get; init; }

    /// <summary>Gets the event names of the definition that the data never held, ordinal: a typing error, or normal in a shard.</summary>
    public required ImmutableArray<string> UnknownEvents { get; init; }

    /// <summary>Gets the channels with a spend that won nobody: money gone, or a channel written in two ways.</summary>
    [JsonIgnore]
    public ImmutableArray<string> SpendWithoutUsers => [.. Channels.Where(row => row.NewUsers == 0).Select(row => row.Channel!)];

    /// <summary>Gets the channels that won users without a known spend; null stands for users without a channel.</summary>
    [JsonIgnore]
    public ImmutableArray<string?> UsersWithoutSpend => [.. Channels.Where(row => row.Spend is null).Select(row => row.Channel)];

    /// <summary>Gets the sum of all channels: all users won against all that was spent, also where a channel has but one of the two.</summary>
    [JsonIgnore]
    public ChannelEconomicsRow Total => Channels.Aggregate(Nothing(), (sum, row) => ChannelEconomicsRow.Sum(sum, row, Together(sum.Spend, row.Spend)));

    /// <summary>Joins the summaries of two sets of users who have nobody in common, such as two shards.</summary>
    /// <param name="a">One summary.</param>
    /// <param name="b">The other, of the same definition (the spends are part of it, and counted once) and context.</param>
    /// <returns>What one evaluation over all of them gives, to the cent.</returns>
    /// <exception cref="ArgumentNullException">A summary is null.</exception>
    /// <exception cref="ArgumentException">The definitions or the contexts differ.</exception>
    public static ChannelEconomicsSummary Merge(ChannelEconomicsSummary a, ChannelEconomicsSummary b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        SummaryQuestion.RequireSame(a.Definition, a.Context, b.Definition, b.Context, nameof(b));
        return a with
        {
            Channels = BreakdownRows.Join(
                a.Channels.Concat(b.Channels), row => row.Channel, (_, rows) => rows.Aggregate((left, right) => ChannelEconomicsRow.Sum(left, right, left.Spend))),
            RevenueEvents = a.RevenueEvents + b.RevenueEvents,
            EventsOutside = a.EventsOutside + b.EventsOutside,
            EventsWithoutAmount = a.EventsWithoutAmount + b.EventsWithoutAmount,
            EventsAfterAsOf = a.EventsAfterAsOf + b.EventsAfterAsOf,
            UnknownEvents = SummaryQuestion.UnknownToBoth(a.UnknownEvents, b.UnknownEvents),
        };
    }

    /// <inheritdoc/>
    public bool Equals(ChannelEconomicsSummary? other) => other is not null
        && Definition == other.Definition
        && Context == other.Context
        && ListEquality.Equal(Channels, other.Channels)
        && RevenueEvents == other.RevenueEvents
        && EventsOutside == other.EventsOutside
        && EventsWithoutAmount == other.EventsWithoutAmount
        && EventsAfterAsOf == other.EventsAfterAsOf
        && ListEquality.Equal(UnknownEvents, other.UnknownEvents);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(
        Definition, Context, ListEquality.Hash(Channels), RevenueEvents, EventsOutside, EventsWithoutAmount, EventsAfterAsOf, ListEquality.Hash(UnknownEvents));

    private ChannelEconomicsRow Nothing() => new()
    {
        Currency = Definition.Revenue.Amount.Currency,
        NewUsers = 0,
        OpenWindows = 0,
        Revenue = 0,
        Cost = Definition.Revenue is { Cost: null, GrossMargin: null } ? null : 0,
        Contribution = [.. Enumerable.Repeat((decimal?)0, Definition.Ages)],
    };

    private static decimal? Together(decimal? a, decimal? b) => a is { } left && b is { } right ? ExactTotal.Of(left, right) : a ?? b;
}
