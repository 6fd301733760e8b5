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
        switch (_breakdown.Attribution)
        {
            case FunnelAttribution.FirstTouch:
            case FunnelAttribution.LastTouch:
                AddTouch(reader, held, tally);
                break;
            case FunnelAttribution.AllSteps:
                foreach (int value in ValuesOf(reader, ulong.MaxValue))
                {
                    reader.Judge(_engine, value: value);
                    tally.AddToRow(value, _engine.Held);
                }

                break;
            default:
                AddAtStep(reader, _breakdown.Step!.Value, tally);
                break;
        }
    }

    private void AddAtStep(UnitReader reader, int step, FunnelTally tally)
    {
        foreach (int value in ValuesOf(reader, 1UL << step))
        {
            reader.Judge(_engine, valueAtStep: value);
            if (_engine.Level > step)
            {
                tally.AddToRow(value, _engine.Held);
            }
        }
    }

    private void AddTouch(UnitReader reader, ulong held, FunnelTally tally)
    {
        if (held == 0)
        {
            return;
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

        if (touch.Value >= 0)
        {
            tally.AddToRow(touch.Value, held);
        }
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
