using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json.Serialization;

namespace UserOps.Models.Survival;

/// <summary>
/// What happened at each different time: how many ended, were censored and entered, as sums of weights. All that curves and log-rank tests
/// need, and a sum over rows: tables of disjoint rows add up. Immutable, value equality, JSON round-trip.
/// </summary>
public sealed partial class RiskTable : IEquatable<RiskTable>
{
    /// <summary>Takes sums that were stored.</summary>
    /// <param name="times">Strictly ascending; zero or more, finite.</param>
    /// <param name="events">Shape [times].</param>
    /// <param name="censored">Shape [times].</param>
    /// <param name="entered">Shape [times]; empty where all are at risk from the start.</param>
    /// <param name="causes">One list per cause, in the order of labels; empty where all ends are of one kind.</param>
    /// <param name="rows">The same in rows instead of weights; null where each row counts 1.</param>
    /// <exception cref="ArgumentException">The sums cannot be those of any rows; the message says why.</exception>
    [JsonConstructor]
    internal RiskTable(
        ImmutableArray<double> times,
        ImmutableArray<double> events,
        ImmutableArray<double> censored,
        ImmutableArray<double> entered = default,
        ImmutableArray<CauseCounts> causes = default,
        RiskTable? rows = null)
        : this(RiskTableRules.Checked(new(OrNone(times), OrNone(events), OrNone(censored), OrNone(entered), causes.IsDefault ? [] : causes, rows)))
    {
        if (RiskTableRules.FaultOfSums(this) is { } impossible)
        {
            throw new ArgumentException(impossible, nameof(events));
        }
    }

    /// <summary>Takes sums that are those of rows.</summary>
    private RiskTable(RiskSums sums)
    {
        (Times, Events, Censored, Entered, Causes, Rows) = sums;
        var atRisk = GC.AllocateUninitializedArray<double>(Times.Length);
        RiskKernels.AtRisk(Events.AsSpan(), Censored.AsSpan(), Entered.AsSpan(), atRisk);
        Close(atRisk);
        AtRisk = ImmutableCollectionsMarshal.AsImmutableArray(atRisk);
    }

    /// <summary>Gets the different times at which a row ended, was censored or entered, ascending.</summary>
    public ImmutableArray<double> Times { get; }

    /// <summary>Gets how many ended at each time: shape [times].</summary>
    public ImmutableArray<double> Events { get; }

    /// <summary>Gets how many were censored at each time: shape [times].</summary>
    public ImmutableArray<double> Censored { get; }

    /// <summary>Gets how many entered at each time, to be at risk after it: shape [times]; empty where all are at risk from the start.</summary>
    public ImmutableArray<double> Entered { get; }

    /// <summary>Gets how many ended for each cause, in the order of labels; empty where all ends are of one kind.</summary>
    public ImmutableArray<CauseCounts> Causes { get; }

    /// <summary>Gets how many were at risk at each time: entered before it, and neither ended nor censored before it. Shape [times].</summary>
    [JsonIgnore]
    public ImmutableArray<double> AtRisk { get; }

    /// <summary>Gets the same table in rows instead of weights; null where each row counts 1. Rows tell when nobody is left, which sums of weights miss by rounding.</summary>
    public RiskTable? Rows { get; }

    /// <summary>Gets the last time anybody was seen; 0 in a table without times.</summary>
    internal double LastTime => Times.IsEmpty ? 0 : Times[^1];

    /// <summary>Gets how many are at risk at any time.</summary>
    /// <param name="time">Zero or more; after the last time nobody is.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative or NaN.</exception>
    public double AtRiskAt(double time)
    {
        RequireTime(time);
        int place = Times.AsSpan().BinarySearch(time);
        place = place < 0 ? ~place : place;
        return place < Times.Length ? AtRisk[place] : 0;
    }

    /// <inheritdoc/>
    public bool Equals(RiskTable? other)
        => other is not null
            && ListEquality.Equal(Times, other.Times)
            && ListEquality.Equal(Events, other.Events)
            && ListEquality.Equal(Censored, other.Censored)
            && ListEquality.Equal(Entered, other.Entered)
            && ListEquality.Equal(Causes, other.Causes)
            && Equals(Rows, other.Rows);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RiskTable);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(ListEquality.Hash(Times), ListEquality.Hash(Events), ListEquality.Hash(Censored));

    /// <summary>Refuses what is no time.</summary>
    internal static void RequireTime(double time)
    {
        if (!(time >= 0))
        {
            throw new ArgumentOutOfRangeException(nameof(time), time, "A time is zero or more.");
        }
    }

    private static ImmutableArray<double> OrNone(ImmutableArray<double> column) => column.IsDefault ? [] : column;

    /// <summary>Makes the sums agree with the rows, which say exactly when all at risk ended, and with what happened at that time.</summary>
    private void Close(Span<double> atRisk)
    {
        if (Rows is null)
        {
            return; // counts of rows are whole numbers, and their sums exact
        }

        for (int i = 0; i < atRisk.Length; i++)
        {
            atRisk[i] = Rows.AtRisk[i] == Rows.Events[i] ? Events[i] : Math.Max(atRisk[i], Events[i] + Censored[i]);
        }
    }
}
