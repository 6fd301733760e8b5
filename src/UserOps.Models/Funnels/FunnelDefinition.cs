using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace UserOps.Models.Funnels;

/// <summary>What a funnel asks: the steps a user is expected to take, the time allowed, and what counts as taking them.</summary>
/// <remarks>Plain data, JSON round-trip. Nothing is checked here; the model checks everything at once.</remarks>
public sealed record FunnelDefinition
{
    /// <summary>Initializes a new instance of the <see cref="FunnelDefinition"/> class with every option at its default.</summary>
    public FunnelDefinition()
    {
    }

    // For the generated reader, which gives zero bits, not the initializer's value, to what a text leaves out.
    [JsonConstructor]
    internal FunnelDefinition(ImmutableArray<CategoryField> holdConstant = default, ImmutableArray<FunnelExclusion> exclusions = default)
    {
        HoldConstant = holdConstant.IsDefault ? [] : holdConstant;
        Exclusions = exclusions.IsDefault ? [] : exclusions;
    }

    /// <summary>Gets the steps, first step first; 1 to 64 of them. Steps convert from event names: <c>["view", "pay"]</c>.</summary>
    public required ImmutableArray<FunnelStep> Steps { get; init; }

    /// <summary>Gets the elapsed time allowed from the first matched event to the last, included; null for no limit.</summary>
    public TimeSpan? Window { get; init; }

    /// <summary>Gets how the steps must follow each other. Default: <see cref="FunnelOrder.Ordered"/>.</summary>
    public FunnelOrder Order { get; init; }

    /// <summary>Gets what events at one instant may do. Default: <see cref="FunnelTies.Any"/>.</summary>
    public FunnelTies Ties { get; init; }

    /// <summary>Gets a value indicating whether one event may fill several steps of a chain. Default: false.</summary>
    public bool ReuseEvents { get; init; }

    /// <summary>Gets which first-step events may start the window. Default: <see cref="FunnelEntry.Any"/>.</summary>
    public FunnelEntry Entry { get; init; }

    /// <summary>Gets the property whose values are counted instead of users (account, group, session); null for users. Counts only, no sets.</summary>
    public CategoryField? Unit { get; init; }

    /// <summary>Gets the properties that must have one and the same value on all events of a chain; empty for none.</summary>
    public ImmutableArray<CategoryField> HoldConstant { get; init; } = [];

    /// <summary>Gets the events that must not happen between steps; at most 64, empty for none.</summary>
    public ImmutableArray<FunnelExclusion> Exclusions { get; init; } = [];

    /// <summary>Gets what an excluded event does. Default: <see cref="FunnelExclusionEffect.Remove"/>.</summary>
    public FunnelExclusionEffect ExclusionEffect { get; init; }

    /// <summary>Gets the instants to look at; null for all.</summary>
    public FunnelRange? Range { get; init; }

    /// <summary>Gets the property by whose values the funnel is broken down; null for none.</summary>
    public FunnelBreakdown? Breakdown { get; init; }

    /// <summary>Gets what is counted. Default: <see cref="FunnelCounting.Users"/>.</summary>
    public FunnelCounting Counting { get; init; }

    /// <summary>Gets how much of each user's journey is kept. Default: <see cref="FunnelDetail.Counts"/>; a histogram needs <see cref="FunnelDetail.Chains"/>.</summary>
    public FunnelDetail Detail { get; init; }

    /// <summary>Gets the distribution of times asked for; null for none.</summary>
    public FunnelHistogram? Histogram { get; init; }

    /// <summary>Gets the daily trend asked for; null for none.</summary>
    public FunnelTrend? Trend { get; init; }

    /// <inheritdoc/>
    public bool Equals(FunnelDefinition? other) => other is not null
        && ListEquality.Equal(Steps, other.Steps)
        && Window == other.Window
        && Order == other.Order
        && Ties == other.Ties
        && ReuseEvents == other.ReuseEvents
        && Entry == other.Entry
        && Unit == other.Unit
        && ListEquality.Equal(HoldConstant, other.HoldConstant)
        && ListEquality.Equal(Exclusions, other.Exclusions)
        && ExclusionEffect == other.ExclusionEffect
        && Range == other.Range
        && Breakdown == other.Breakdown
        && Counting == other.Counting
        && Detail == other.Detail
        && Histogram == other.Histogram
        && Trend == other.Trend;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(
        ListEquality.Hash(Steps), Window, Order, Ties, Entry, ListEquality.Hash(Exclusions), Range, Breakdown);
}
