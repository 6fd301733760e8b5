namespace UserOps.Models.Funnels;

/// <summary>Counts a unit in the rows of a breakdown. One per worker.</summary>
internal sealed class BreakdownTally
{
    private readonly CompiledFunnel _funnel;
    private readonly FunnelBreakdown _breakdown;
    private readonly FunnelEngine _engine;
    private readonly int[] _seenAt;
    private readonly List<int> _values = [];
    private int _unit;

    internal BreakdownTally(CompiledFunnel funnel, CancellationToken cancellationToken)
    {
        _funnel = funnel;
        _breakdown = funnel.Definition.Breakdown!;
        _engine = new FunnelEngine(funnel.Plan, new FunnelQuestions(), cancellationToken);
        _seenAt = new int[funnel.Breakdown!.Values.Length];
    }

    /// <summary>Counts a unit.</summary>
    /// <param name="reader">Its events.</param>
    /// <param name="held">The steps it holds without the breakdown.</param>
    /// <param name="tally">Takes the counts.</param>
    internal void Add(UnitReader reader, ulong held, FunnelTally tally)
    {
        bool hasRow = _breakdown.Attribution switch
        {
            FunnelAttribution.FirstTouch or FunnelAttribution.LastTouch => AddTouch(reader, held, tally),
            FunnelAttribution.AllSteps => AddAllSteps(reader, tally),
            _ => AddAtStep(reader, _breakdown.Step!.Value, tally),
        };
        tally.EnteredWithoutRow += held != 0 && !hasRow ? 1 : 0;
    }

    private bool AddAllSteps(UnitReader reader, FunnelTally tally)
    {
        bool hasRow = false;
        foreach (int value in ValuesOf(reader, ulong.MaxValue))
        {
            reader.Judge(_engine, value: value);
            hasRow |= tally.AddToRow(value, _engine.Held);
        }

        return hasRow;
    }

    private bool AddAtStep(UnitReader reader, int step, FunnelTally tally)
    {
        bool hasRow = false;
        foreach (int value in ValuesOf(reader, 1UL << step))
        {
            reader.Judge(_engine, valueAtStep: value);
            hasRow |= _engine.Level > step && tally.AddToRow(value, _engine.Held);
        }

        return hasRow;
    }

    private bool AddTouch(UnitReader reader, ulong held, FunnelTally tally)
    {
        if (held == 0)
        {
            return false;
        }

        bool isLast = _breakdown.Attribution == FunnelAttribution.LastTouch;
        var touch = new Touch(_funnel.BreakdownRanks);
        for (int i = 0; i < reader.Count; i++)
        {
            int at = isLast ? reader.Count - 1 - i : i;
            if (reader.CanFill[at] != 0 && !touch.Offer(reader.Values[at], reader.Ticks[at]))
            {
                break;
            }
        }

        return touch.Value >= 0 && tally.AddToRow(touch.Value, held);
    }

    // The values on events that can fill one of some steps, each once.
    private List<int> ValuesOf(UnitReader reader, ulong steps)
    {
        _values.Clear();
        _unit++;
        for (int i = 0; i < reader.Count; i++)
        {
            int value = reader.Values[i];
            if (value >= 0 && (reader.CanFill[i] & steps) != 0 && _seenAt[value] != _unit)
            {
                _seenAt[value] = _unit;
                _values.Add(value);
            }
        }

        return _values;
    }
}
