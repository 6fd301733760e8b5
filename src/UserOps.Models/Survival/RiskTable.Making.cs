using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace UserOps.Models.Survival;

public sealed partial class RiskTable
{
    /// <summary>Sums the rows of a table by time.</summary>
    /// <param name="table">The rows; sorted on first use.</param>
    /// <exception cref="ArgumentNullException">The table is null.</exception>
    public static RiskTable Of(SurvivalTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return Of(table, new(table.ByTime.Keys, table.ByTime.Rows), table.ByEntry is { } entries ? new(entries.Keys, entries.Rows) : default);
    }

    /// <summary>Sums the rows of a table by group and time.</summary>
    /// <param name="table">The rows; sorted on first use.</param>
    /// <returns>One risk table per group, in the order of the labels; none without groups.</returns>
    /// <exception cref="ArgumentNullException">The table is null.</exception>
    public static ImmutableArray<RiskGroup> ByGroup(SurvivalTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return table.Groups is { } groups ? [.. Cut(table, groups.Codes, groups.Labels.Length).Select((risk, code) => new RiskGroup(groups.Labels[code], risk) { Number = groups.Numbers.IsDefault ? null : groups.Numbers[code] })] : [];
    }

    /// <summary>Joins the tables of two sets of rows that have no row in common.</summary>
    /// <param name="a">One table.</param>
    /// <param name="b">The other.</param>
    /// <returns>The table of all rows; equal to the bit where weights are whole numbers.</returns>
    public static RiskTable Merge(RiskTable a, RiskTable b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        ImmutableArray<double> times = [.. a.Times.Concat(b.Times).Distinct().Order()];
        return new(new RiskSums(
            times,
            Sum(times, (a, a.Events), (b, b.Events)),
            Sum(times, (a, a.Censored), (b, b.Censored)),
            a.Entered.IsEmpty && b.Entered.IsEmpty ? [] : Sum(times, (a, a.Entered), (b, b.Entered)),
            SumCauses(times, a, b),
            a.Rows is null && b.Rows is null ? null : Merge(a.Rows ?? a, b.Rows ?? b)));
    }

    /// <summary>Sums by the code of each row: one table per code.</summary>
    internal static RiskTable[] Cut(SurvivalTable table, ReadOnlySpan<int> codes, int count)
    {
        CutRows byTime = CutRows.Of(table.ByTime, codes, count);
        CutRows? byEntry = table.ByEntry is { } entries ? CutRows.Of(entries, codes, count) : null;
        var cut = new RiskTable[count];
        for (int code = 0; code < count; code++)
        {
            cut[code] = Of(table, byTime[code], byEntry is { } entered ? entered[code] : default);
        }

        return cut;
    }

    private static RiskTable Of(SurvivalTable table, RowSpan byTime, RowSpan byEntry)
    {
        int times = RiskKernels.DifferentTimes(byTime.Keys, byEntry.Keys);
        RiskTable? rows = table.HasWeights ? Of(table, byTime, byEntry, times, default, null) : null;
        return Of(table, byTime, byEntry, times, table.Weights, rows);
    }

    private static RiskTable Of(SurvivalTable table, RowSpan byTime, RowSpan byEntry, int times, ReadOnlySpan<double> weights, RiskTable? rows)
    {
        double[] at = GC.AllocateUninitializedArray<double>(times);
        double[] events = GC.AllocateUninitializedArray<double>(times);
        double[] censored = GC.AllocateUninitializedArray<double>(times);
        double[] entered = table.HasEntries ? GC.AllocateUninitializedArray<double>(times) : [];
        RiskKernels.Sum(byTime.Keys, byTime.Rows, byEntry.Keys, byEntry.Rows, weights, new(at, events, censored, entered));
        return new(new RiskSums(
            ImmutableCollectionsMarshal.AsImmutableArray(at),
            ImmutableCollectionsMarshal.AsImmutableArray(events),
            ImmutableCollectionsMarshal.AsImmutableArray(censored),
            ImmutableCollectionsMarshal.AsImmutableArray(entered),
            CausesOf(table, byTime, at, weights),
            rows));
    }

    private static ImmutableArray<CauseCounts> CausesOf(SurvivalTable table, RowSpan byTime, double[] times, ReadOnlySpan<double> weights)
    {
        if (table.Causes is not { } causes)
        {
            return [];
        }

        var events = new double[causes.Labels.Length][];
        for (int cause = 0; cause < events.Length; cause++)
        {
            events[cause] = new double[times.Length];
        }

        int slot = 0;
        for (int i = 0; i < byTime.Keys.Length; i++)
        {
            int row = byTime.Rows[i];
            double time = TimeOrder.TimeOf(byTime.Keys[i]);
            while (times[slot] < time)
            {
                slot++;
            }

            if (causes.Codes[row] is var cause and >= 0)
            {
                events[cause][slot] += weights.IsEmpty ? 1 : weights[row];
            }
        }

        // By label and not by code: merged tables know labels alone.
        return
        [
            .. events.Select((counts, cause) => new CauseCounts { Cause = causes.Labels[cause], Events = ImmutableCollectionsMarshal.AsImmutableArray(counts) })
                .OrderBy(counts => counts.Cause, StringComparer.Ordinal),
        ];
    }

    private static ImmutableArray<double> Sum(ImmutableArray<double> times, params ReadOnlySpan<(RiskTable Of, ImmutableArray<double> Column)> parts)
    {
        var sums = new double[times.Length];
        foreach ((RiskTable of, ImmutableArray<double> column) in parts)
        {
            int slot = 0;
            for (int i = 0; i < column.Length; i++)
            {
                while (times[slot] < of.Times[i])
                {
                    slot++;
                }

                sums[slot] += column[i];
            }
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(sums);
    }

    private static ImmutableArray<CauseCounts> SumCauses(ImmutableArray<double> times, RiskTable a, RiskTable b)
    {
        if (a.Causes.IsEmpty != b.Causes.IsEmpty && a.Events.Any(count => count > 0) && b.Events.Any(count => count > 0))
        {
            throw new ArgumentException("One table knows the causes of its ends, the other does not.", nameof(b));
        }

        IEnumerable<string> labels = a.Causes.Concat(b.Causes).Select(cause => cause.Cause).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return [.. labels.Select(label => new CauseCounts { Cause = label, Events = Sum(times, (a, EventsOf(a, label)), (b, EventsOf(b, label))) })];
    }

    private static ImmutableArray<double> EventsOf(RiskTable table, string cause) => table.Causes.FirstOrDefault(counts => counts.Cause == cause)?.Events ?? [];
}
