namespace UserOps.Models.Tests.Segments;

/// <summary>What was done and not followed: each first event is asked by itself.</summary>
internal static class TwinDidThenNot
{
    internal static bool? Holds(
        DidThenNot rule,
        List<TwinUserEvent> events,
        Func<TwinUserEvent, string, SegmentRule?, bool> fills,
        Func<TwinUserEvent, TimeWindow?, bool> isIn,
        DateTimeOffset asOf)
    {
        Int128 within = TwinWindow.Ticks(rule.Within.Amount, rule.Within.Unit);
        List<Int128> ends =
        [
            .. from first in events
               where fills(first, rule.First, rule.FirstWhere) && isIn(first, rule.Window)
               let end = first.At.UtcTicks + within
               where !events.Exists(then => fills(then, rule.Then, rule.ThenWhere) && then.At > first.At && then.At.UtcTicks <= end)
               select end,
        ];
        return ends.Exists(end => end <= asOf.UtcTicks) ? true : ends.Count > 0 ? null : false;
    }
}
