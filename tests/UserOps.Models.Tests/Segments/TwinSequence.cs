namespace UserOps.Models.Tests.Segments;

/// <summary>Sequences: every choice of events is tried, and each is tested as a whole.</summary>
internal static class TwinSequence
{
    internal static bool Holds(
        EventSequence rule, List<TwinUserEvent> events, Func<TwinUserEvent, string, SegmentRule?, bool> fills, Func<TwinUserEvent, TimeWindow?, bool> isIn)
    {
        return Choices(events.Count, rule.Steps.Length).Any(choice =>
            Enumerable.Range(0, choice.Length).All(step =>
                fills(events[choice[step]], rule.Steps[step].Event, rule.Steps[step].Where)
                && isIn(events[choice[step]], rule.Window)
                && (step == 0 || (IsInTime(step, choice) && IsUndisturbed(step, choice)))));

        bool IsInTime(int step, int[] choice)
        {
            int from = rule.Measure == SequenceMeasure.SinceFirst ? choice[0] : choice[step - 1];
            return rule.Steps[step].Within is not { } within
                || (events[choice[step]].At - events[from].At).Ticks <= TwinWindow.Ticks(within.Amount, within.Unit);
        }

        bool IsUndisturbed(int step, int[] choice)
            => !events[(choice[step - 1] + 1)..choice[step]].Exists(between => rule.Excluded.Contains(between.Name));
    }

    /// <summary>Lists every way to choose so many of so many positions, in rising order.</summary>
    private static IEnumerable<int[]> Choices(int positions, int chosen)
        => chosen == 0
            ? [[]]
            : from last in Enumerable.Range(0, positions)
              from before in Choices(last, chosen - 1)
              select (int[])[.. before, last];
}
