namespace UserOps.Models.Funnels;

/// <summary>Reads times off the chosen chains.</summary>
internal sealed class ChosenTimes(EventTable events, UnitLevels levels)
{
    /// <summary>Gets, for the chains that hold a step, the ticks since the matched step before it; ascending.</summary>
    internal long[] SincePrevious(int step) => Collect(rows =>
    {
        int before = step - 1;
        while (before >= 0 && rows[before] < 0)
        {
            before--;
        }

        return before;
    }, step);

    /// <summary>Gets, for the chains that hold two steps, the ticks from one to the other; ascending.</summary>
    internal long[] Between(int from, int to) => Collect(rows => rows[from] < 0 ? -1 : from, to);

    private delegate int StepFrom(ReadOnlySpan<int> rows);

    private long[] Collect(StepFrom stepFrom, int to)
    {
        var ticks = new List<long>();
        for (int unit = 0; unit < levels.Count; unit++)
        {
            ReadOnlySpan<int> rows = levels.RowsOf(unit);
            if (rows[to] >= 0 && stepFrom(rows) is >= 0 and int from)
            {
                ticks.Add(events.UtcTicks[rows[to]] - events.UtcTicks[rows[from]]);
            }
        }

        ticks.Sort();
        return [.. ticks];
    }
}
