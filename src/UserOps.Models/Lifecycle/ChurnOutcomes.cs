namespace UserOps.Models.Lifecycle;

/// <summary>Compares a warning of the past with what came after it.</summary>
internal sealed class ChurnOutcomes(ChurnEvaluation warned, EvaluationContext context, int? activeWithinDays)
{
    private readonly ChurnPlan _plan = warned.Plan;

    internal ChurnBacktest Count(int horizonDays)
    {
        Span<long> gone = stackalloc long[3];
        Span<long> stayed = stackalloc long[3];
        for (int user = 0; user < _plan.Data.Directory.Count; user++)
        {
            int seen = _plan.SeenEnd(user);
            if (WasActive(user, seen))
            {
                (IsGone(user, seen) ? gone : stayed)[(int)warned.StateOf(user)]++;
            }
        }

        return new()
        {
            Definition = _plan.Definition,
            Context = context,
            WarnedAt = _plan.Context.AsOf,
            HorizonDays = horizonDays,
            ActiveWithinDays = activeWithinDays,
            WarnedGone = gone[(int)ChurnState.Warned],
            WarnedStayed = stayed[(int)ChurnState.Warned],
            NotWarnedGone = gone[(int)ChurnState.NotWarned],
            NotWarnedStayed = stayed[(int)ChurnState.NotWarned],
            UnknownGone = gone[(int)ChurnState.Unknown],
            UnknownStayed = stayed[(int)ChurnState.Unknown],
        };
    }

    private bool WasActive(int user, int seen)
    {
        EventTable events = _plan.Data.Events;
        long after = activeWithinDays is { } days ? _plan.Clock.AsOf - days * TimeSpan.TicksPerDay : long.MinValue;
        for (int row = seen - 1; row >= events.Offsets[user] && events.UtcTicks[row] >= after; row--)
        {
            if (_plan.Activity.Contains(events.CodeAt(row), row))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsGone(int user, int seen)
    {
        EventTable events = _plan.Data.Events;
        int end = events.SeenEnd(seen, events.Offsets[user + 1], context.AsOf.UtcTicks);
        for (int row = seen; row < end; row++)
        {
            if (_plan.Activity.Contains(events.CodeAt(row), row))
            {
                return false;
            }
        }

        return true;
    }
}
