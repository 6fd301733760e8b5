namespace UserOps.Models;

/// <summary>Counts the different values of a property.</summary>
/// <param name="events">Those that count.</param>
/// <param name="rule">The node.</param>
/// <param name="column">The property.</param>
/// <param name="keyOf">Gives a number to the value of a row; the same one to equal values only.</param>
internal sealed class DistinctValuesJudge(CountedEvents events, EventAggregate rule, Column column, Func<int, long> keyOf) : EventJudge
{
    private readonly HashSet<long> _keys = [];

    internal override bool? Judge(SeenRows rows) => Holds(rule.Comparison, events.DistinctValues(rows, column, keyOf, _keys), rule.Value);

    internal override ActualValue MadeOf(SeenRows rows) => new() { Number = events.DistinctValues(rows, column, keyOf, _keys) };
}
