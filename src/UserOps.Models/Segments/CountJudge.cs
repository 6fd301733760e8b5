namespace UserOps.Models;

/// <summary>Counts events.</summary>
internal sealed class CountJudge(CountedEvents events, Comparison comparison, long count) : EventJudge
{
    internal override bool? Judge(SeenRows rows) => Holds(comparison, events.Count(rows), count);

    internal override ActualValue MadeOf(SeenRows rows) => new() { Number = events.Count(rows) };
}
