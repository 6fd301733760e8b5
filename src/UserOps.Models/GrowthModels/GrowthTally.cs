using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace UserOps.Models.GrowthModels;

/// <summary>What one range of users adds up to: users of each combination of stages, in all and per breakdown value.</summary>
internal sealed class GrowthTally
{
    private readonly long[] _users = new long[GrowthDefaults.Combinations];

    // Only values that hold a user: a property may have more values than a range has users.
    private readonly Dictionary<int, long[]> _usersOfValue = [];

    internal long EventsAfterAsOf { get; set; }

    internal long RetentionOpen { get; private set; }

    internal long WindowOpen { get; private set; }

    internal GrowthCounts Counts => GrowthCounts.Of(_users);

    /// <summary>Counts one cohort user.</summary>
    /// <param name="reached">One bit per stage; acquisition is set.</param>
    internal void Add(uint reached) => _users[reached >> 1]++;

    /// <summary>Counts one cohort user in the row of a breakdown value.</summary>
    /// <param name="value">The code of the value; -1 for a missing one.</param>
    /// <param name="reached">One bit per stage; acquisition is set.</param>
    internal void AddToRow(int value, uint reached) => Row(value)[reached >> 1]++;

    /// <summary>Counts what one cohort user may still reach after 'as of'.</summary>
    internal void AddOpen(uint reached, long acquired, in GrowthLimits limits, long asOf)
    {
        const uint Windowed = (uint)(GrowthStages.Activation | GrowthStages.Revenue | GrowthStages.Referral);
        if ((reached & (uint)GrowthStages.Retention) == 0 && limits.RetentionTicks(acquired).To - 1 > asOf)
        {
            RetentionOpen++;
        }

        if ((reached & Windowed) != Windowed && limits.WindowEnd(acquired) > asOf)
        {
            WindowOpen++;
        }
    }

    internal void Add(GrowthTally other)
    {
        Add(_users, other._users);
        EventsAfterAsOf += other.EventsAfterAsOf;
        RetentionOpen += other.RetentionOpen;
        WindowOpen += other.WindowOpen;
        foreach ((int value, long[] users) in other._usersOfValue)
        {
            Add(Row(value), users);
        }
    }

    /// <summary>Lists the values that hold a user, values ordinal and the missing one last.</summary>
    internal ImmutableArray<GrowthBreakdownRow> Rows(ImmutableArray<string> values) => GrowthCohortSummary.InOrder(
        _usersOfValue.Select(row => new GrowthBreakdownRow { Value = row.Key < 0 ? null : values[row.Key], Counts = GrowthCounts.Of(row.Value) }));

    private long[] Row(int value)
        => CollectionsMarshal.GetValueRefOrAddDefault(_usersOfValue, value, out _) ??= new long[GrowthDefaults.Combinations];

    private static void Add(long[] sum, long[] part)
    {
        for (int i = 0; i < sum.Length; i++)
        {
            sum[i] += part[i];
        }
    }
}
