namespace UserOps.Models.GrowthModels;

/// <summary>Looks at one user again, event by event, to say why they are where the result puts them.</summary>
internal sealed class GrowthExplainer
{
    private readonly GrowthPlan _plan;
    private readonly EventTable _events;
    private readonly int _from;
    private readonly int _to;

    private GrowthExplainer(GrowthPlan plan, int ordinal)
    {
        _plan = plan;
        _events = plan.Data.Events;
        _from = _events.Offsets[ordinal];
        _to = _events.SeenEnd(_from, _events.Offsets[ordinal + 1], AsOfTicks);
    }

    private long AsOfTicks => _plan.Cohort.Context.AsOf.UtcTicks;

    internal static GrowthExplanation Explain(GrowthEvaluation evaluation, UserId user)
    {
        if (!evaluation.Plan.Data.Directory.TryGetOrdinal(user, out int ordinal))
        {
            throw new KeyNotFoundException($"The dataset does not know the user '{user}'.");
        }

        return new GrowthExplainer(evaluation.Plan, ordinal).Explain(user);
    }

    private GrowthExplanation Explain(UserId user)
    {
        int acquiredAt = EarliestServing(GrowthStage.Acquisition, long.MinValue, long.MaxValue);
        if (acquiredAt < 0)
        {
            return new() { User = user, Membership = GrowthMembership.NotAcquired, Stages = [] };
        }

        long acquired = _events.UtcTicks[acquiredAt];
        GrowthMembership membership = acquired < _plan.Cohort.CohortFromTicks ? GrowthMembership.AcquiredBefore
            : acquired >= _plan.Cohort.CohortToTicks ? GrowthMembership.AcquiredAfter
            : GrowthMembership.InCohort;
        return new()
        {
            User = user,
            Membership = membership,
            Acquired = EventAt(acquiredAt),
            OutsideBy = membership == GrowthMembership.InCohort ? null : OutsideBy(acquired),
            Stages = membership == GrowthMembership.InCohort ? [.. Enum.GetValues<GrowthStage>().Select(stage => Explain(stage, acquiredAt))] : [],
            BreakdownValue = membership == GrowthMembership.InCohort ? BreakdownValue(acquired) : null,
        };
    }

    private GrowthStageExplanation Explain(GrowthStage stage, int acquiredAt)
    {
        long acquired = _events.UtcTicks[acquiredAt];
        (long from, long last) = TicksOf(stage, acquired);
        int served = stage == GrowthStage.Acquisition ? acquiredAt : EarliestServing(stage, from, last);
        if (served >= 0)
        {
            return new() { Stage = stage, ServedBy = EventAt(served) };
        }

        int nearest = Nearest(stage, from, last);
        return new()
        {
            Stage = stage,
            Failed = nearest < 0 ? GrowthLimit.NoEvent
                : _events.UtcTicks[nearest] < acquired ? GrowthLimit.BeforeAcquisition
                : stage == GrowthStage.Retention ? GrowthLimit.RetentionDays
                : GrowthLimit.Window,
            Nearest = nearest < 0 ? null : EventAt(nearest),
            MissedBy = nearest < 0 ? null : TimeSpan.FromTicks(Missed(_events.UtcTicks[nearest], from, last)),
            IsOpen = last > AsOfTicks,
        };
    }

    /// <summary>Gets the first and the last tick at which an event serves a stage.</summary>
    private (long From, long Last) TicksOf(GrowthStage stage, long acquired)
    {
        GrowthLimits limits = _plan.Cohort.Limits;
        if (stage != GrowthStage.Retention)
        {
            return (acquired, limits.WindowEnd(acquired));
        }

        (long from, long to) = limits.RetentionTicks(acquired);
        return (from, to - 1);
    }

    private int EarliestServing(GrowthStage stage, long from, long last)
    {
        int found = -1;
        for (int index = _from; index < _to && (found < 0 || _events.UtcTicks[index] == _events.UtcTicks[found]); index++)
        {
            long ticks = _events.UtcTicks[index];
            if (ticks >= from && ticks <= last && Serves(stage, index))
            {
                found = found < 0 ? index : FirstByName(found, index);
            }
        }

        return found;
    }

    private int Nearest(GrowthStage stage, long from, long last)
    {
        int found = -1;
        for (int index = _from; index < _to; index++)
        {
            if (!Serves(stage, index))
            {
                continue;
            }

            long nearest = found < 0 ? long.MaxValue : Missed(_events.UtcTicks[found], from, last);
            long missed = Missed(_events.UtcTicks[index], from, last);
            found = missed < nearest ? index
                : missed == nearest && _events.UtcTicks[index] == _events.UtcTicks[found] ? FirstByName(found, index)
                : found;
        }

        return found;
    }

    private bool Serves(GrowthStage stage, int index) => _plan.Matches[(int)stage].Contains(_events.CodeAt(index), index);

    // Of events at one instant the ordinally smallest name, so that the order of arrival does not show.
    private int FirstByName(int a, int b) => string.CompareOrdinal(_events.NameAt(b), _events.NameAt(a)) < 0 ? b : a;

    private static long Missed(long ticks, long from, long last) => ticks < from ? from - ticks : ticks - last;

    private TimeSpan OutsideBy(long acquired)
        => TimeSpan.FromTicks(Missed(acquired, _plan.Cohort.CohortFromTicks, _plan.Cohort.CohortToTicks - 1));

    private string? BreakdownValue(long acquired)
    {
        if (_plan.Breakdown is not { } breakdown)
        {
            return null;
        }

        int code = -1;
        for (int index = _from; index < _to; index++)
        {
            if (_events.UtcTicks[index] == acquired && Serves(GrowthStage.Acquisition, index))
            {
                code = breakdown.Smaller(code, breakdown.CodeAt(index));
            }
        }

        return code < 0 ? null : breakdown.Values[code];
    }

    private GrowthEvent EventAt(int index)
        => new(index, _plan.Cohort.Calendar.InstantOf(_events.UtcTicks[index]), _events.NameAt(index));
}
