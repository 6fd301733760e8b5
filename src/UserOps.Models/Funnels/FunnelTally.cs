using System.Numerics;
using System.Runtime.InteropServices;

namespace UserOps.Models.Funnels;

/// <summary>The counts of some units; added up in the order of the units.</summary>
internal sealed class FunnelTally(int stepCount)
{
    private readonly Dictionary<int, long[]> _rows = [];
    private readonly Dictionary<int, (long Entered, long Converted)> _days = [];

    /// <summary>Gets the units that hold each step.</summary>
    internal long[] Counts { get; } = new long[stepCount];

    /// <summary>Gets the tries that hold each step.</summary>
    internal long[] Totals { get; } = new long[stepCount];

    internal long Removed { get; private set; }

    internal long EventsAfterAsOf { get; set; }

    /// <summary>Gets or sets the units that entered and stand in no row of the breakdown.</summary>
    internal long EnteredWithoutRow { get; set; }

    /// <summary>Gets the counts by code of the breakdown value.</summary>
    internal IEnumerable<KeyValuePair<int, long[]>> Rows => _rows;

    /// <summary>Gets units by local day of entry.</summary>
    internal IEnumerable<KeyValuePair<int, (long Entered, long Converted)>> Days => _days;

    /// <summary>Counts units of the plain funnel by their level.</summary>
    internal void AddLevels(ReadOnlySpan<byte> levels)
    {
        long past = 0;
        for (int step = stepCount - 1; step >= 0; step--)
        {
            past += levels.Count((byte)(step + 1)); // a vectorized pass each: cheaper than one counter per level, which waits for itself
            Counts[step] += past;
        }
    }

    /// <summary>Counts a unit.</summary>
    internal void Add(FunnelEngine engine)
    {
        Removed += engine.Level == FunnelEngine.Removed ? 1 : 0;
        AddTo(Counts, engine.Held);
        foreach ((int day, TryOutcomes tries) in engine.Days)
        {
            if (tries.Level > 0)
            {
                AddToDay(day, 1, tries.Level == stepCount ? 1 : 0);
            }
        }
    }

    /// <summary>Counts a unit in the row of a breakdown value.</summary>
    /// <returns>Whether it stands there: only where it holds a step.</returns>
    internal bool AddToRow(int value, ulong held)
    {
        if (held == 0)
        {
            return false;
        }

        AddTo(Row(value), held);
        return true;
    }

    internal void Add(FunnelTally other)
    {
        Removed += other.Removed;
        EventsAfterAsOf += other.EventsAfterAsOf;
        EnteredWithoutRow += other.EnteredWithoutRow;
        Add(Counts, other.Counts);
        Add(Totals, other.Totals);
        foreach ((int value, long[] counts) in other._rows)
        {
            Add(Row(value), counts);
        }

        foreach ((int day, (long entered, long converted)) in other._days)
        {
            AddToDay(day, entered, converted);
        }
    }

    private void AddToDay(int day, long entered, long converted)
    {
        ref (long Entered, long Converted) units = ref CollectionsMarshal.GetValueRefOrAddDefault(_days, day, out _);
        units = (units.Entered + entered, units.Converted + converted);
    }

    private long[] Row(int value) => CollectionsMarshal.GetValueRefOrAddDefault(_rows, value, out _) ??= new long[stepCount];

    private static void AddTo(long[] counts, ulong held)
    {
        for (; held != 0; held &= held - 1)
        {
            counts[BitOperations.TrailingZeroCount(held)]++;
        }
    }

    internal static void Add(long[] counts, ReadOnlySpan<long> more)
    {
        for (int step = 0; step < counts.Length; step++)
        {
            counts[step] += more[step];
        }
    }
}
