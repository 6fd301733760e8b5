namespace UserOps.Models;

/// <summary>Counts events.</summary>
internal sealed class CountJudge(CountedEvents events, Comparison comparison, long count) : EventJudge
{
    // One more than the limit decides every comparison with it.
    private readonly long _enough = count < long.MaxValue ? count + 1 : count;

    internal override bool? Judge(SeenRows rows) => Holds(comparison, events.Count(rows, _enough), count);

    internal override ActualValue MadeOf(SeenRows rows) => new() { Number = events.Count(rows) };
}
