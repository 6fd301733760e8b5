using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace UserOps.Models.Funnels;

/// <summary>What a funnel came to, as counts: JSON round-trip, a sum over users.</summary>
public sealed partial record FunnelSummary
{
    /// <summary>Gets what was asked.</summary>
    public required FunnelDefinition Definition { get; init; }

    /// <summary>Gets as of when, and in which zone.</summary>
    public required EvaluationContext Context { get; init; }

    /// <summary>Gets how each step went, in order; unordered: how many units filled so many steps.</summary>
    public required ImmutableArray<FunnelStepResult> Steps { get; init; }

    /// <summary>Gets the units that exclusions took out of all counts.</summary>
    public required long Removed { get; init; }

    /// <summary>Gets the tries that hold each step; empty unless totals are counted.</summary>
    public required ImmutableArray<long> Totals { get; init; }

    /// <summary>Gets the rows of the breakdown, values ordinal; empty without one. Rows of zeros are left out.</summary>
    public required ImmutableArray<FunnelBreakdownRow> Breakdown { get; init; }

    /// <summary>
    /// Gets the units that entered and stand in no row of the breakdown: no event that could place them has the property, or none that has it
    /// takes them there. 0 without a breakdown. By first or last touch a unit stands in one row at most, so the rows and this add up to those who
    /// entered; by the other attributions it may stand in several.
    /// </summary>
    public required long EnteredWithoutRow { get; init; }

    /// <summary>Gets the days of the trend, ascending; empty without one. Days without a start are left out.</summary>
    public required ImmutableArray<FunnelTrendDay> Trend { get; init; }

    /// <summary>Gets the events of the data after 'as of': they were not seen.</summary>
    public required long EventsAfterAsOf { get; init; }

    /// <summary>Gets the event names of the definition that the data never held, ordinal: a typing error, or normal in a shard.</summary>
    public required ImmutableArray<string> UnknownEvents { get; init; }

    /// <summary>Gets the share of those who completed the first step that completed the last one; has an interval.</summary>
    [JsonIgnore]
    public Ratio Overall => Steps[^1].Overall;

    /// <summary>
    /// Gets the step that loses the largest share of those who enter it, 0-based; of equal ones the first. Optional steps lose nobody. Null
    /// without a step that somebody entered after the first.
    /// </summary>
    [JsonIgnore]
    public int? WeakestStep
    {
        get
        {
            int? weakest = null;
            for (int step = 1; step < Steps.Length; step++)
            {
                if (!Steps[step].IsOptional && Steps[step].Entered > 0 && (weakest is not { } least || IsWeaker(Steps[step], Steps[least])))
                {
                    weakest = step;
                }
            }

            return weakest;
        }
    }

    // Shares compared as fractions: no rounding decides which step is named.
    private static bool IsWeaker(FunnelStepResult step, FunnelStepResult other)
        => (Int128)step.Completed * other.Entered < (Int128)other.Completed * step.Entered;

    /// <inheritdoc/>
    public bool Equals(FunnelSummary? other) => other is not null
        && Definition == other.Definition
        && Context == other.Context
        && ListEquality.Equal(Steps, other.Steps)
        && Removed == other.Removed
        && ListEquality.Equal(Totals, other.Totals)
        && ListEquality.Equal(Breakdown, other.Breakdown)
        && EnteredWithoutRow == other.EnteredWithoutRow
        && ListEquality.Equal(Trend, other.Trend)
        && EventsAfterAsOf == other.EventsAfterAsOf
        && ListEquality.Equal(UnknownEvents, other.UnknownEvents);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Definition, Context, ListEquality.Hash(Steps), Removed, EventsAfterAsOf);
}
