namespace UserOps.Models;

/// <summary>Looks for a choice of events that keeps every limit, in one pass.</summary>
/// <remarks>
/// Per step one number is kept: from where the limit of the next step counts, the latest there is. The latest is enough, for whatever an
/// earlier one could still complete, this one completes too; and what reaches a step now is never earlier than what reached it before. An
/// event that must not lie between ends every choice that stood before it.
/// </remarks>
internal sealed class SequenceJudge : EventJudge
{
    // So early that no limit reaches from it to any instant, and not so early that the difference overflows.
    private const long None = long.MinValue / 2;

    private readonly EventTable _events;
    private readonly EventMatches[] _steps;
    private readonly long[] _limits;
    private readonly bool[] _breaks;
    private readonly bool _sinceFirst;
    private readonly long[] _since;
    private int[][]? _choices; // per step the events of the choice that reached it; kept only for explanations

    /// <param name="events">The events.</param>
    /// <param name="steps">Which events fill each step.</param>
    /// <param name="rule">The node.</param>
    internal SequenceJudge(EventTable events, EventMatches[] steps, EventSequence rule)
    {
        _events = events;
        _steps = steps;
        _limits = [.. rule.Steps.Select((step, i) => i == 0 || step.Within is null ? long.MaxValue / 4 : step.Within.Ticks)];
        _breaks = [.. events.Names.Select(name => rule.Excluded.Contains(name, StringComparer.Ordinal))];
        _sinceFirst = rule.Measure == SequenceMeasure.SinceFirst;
        _since = new long[steps.Length];
    }

    /// <summary>Gets one choice of events that keeps every limit, step by step; empty without one.</summary>
    internal ReadOnlySpan<int> ChoiceAmong(SeenRows rows)
    {
        _choices = [.. _steps.Select(_ => new int[_steps.Length])];
        return Judge(rows) == true ? _choices[^1] : [];
    }

    internal override bool? Judge(SeenRows rows)
    {
        Array.Fill(_since, None);
        for (int row = rows.From; row < rows.To; row++)
        {
            int code = _events.CodeAt(row);
            ulong filled = Fill(row, code);
            if (_since[^1] != None)
            {
                return true;
            }

            if (_breaks[code])
            {
                EndOthers(filled);
            }
        }

        return false;
    }

    /// <summary>Lets one event fill what it may.</summary>
    /// <returns>A bit for each step it filled.</returns>
    private ulong Fill(int row, int code)
    {
        long now = _events.UtcTicks[row];
        ulong filled = 0;

        // Last step first: the event must not follow itself.
        for (int step = _steps.Length - 1; step >= 0; step--)
        {
            long since = step == 0 ? now : _since[step - 1];
            if (since != None && now - since <= _limits[step] && _steps[step].Contains(code, row))
            {
                _since[step] = _sinceFirst ? since : now;
                filled |= 1UL << step;
                NoteChoice(step, row);
            }
        }

        return filled;
    }

    private void NoteChoice(int step, int row)
    {
        if (_choices is not null)
        {
            if (step > 0)
            {
                _choices[step - 1].AsSpan(0, step).CopyTo(_choices[step]);
            }

            _choices[step][step] = row;
        }
    }

    private void EndOthers(ulong filled)
    {
        for (int step = 0; step < _since.Length; step++)
        {
            if ((filled >> step & 1) == 0)
            {
                _since[step] = None;
            }
        }
    }
}
