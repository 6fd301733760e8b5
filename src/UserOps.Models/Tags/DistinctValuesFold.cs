namespace UserOps.Models.Tags;

/// <summary>Counts the different values of a property.</summary>
/// <param name="events">The events.</param>
/// <param name="matches">Those that count.</param>
/// <param name="property">The property.</param>
/// <param name="keyOf">Gives a number to the value of a row; the same one to equal values only.</param>
/// <param name="counts">Shape [users].</param>
internal sealed class DistinctValuesFold(EventTable events, EventMatches matches, Column property, Func<int, long> keyOf, long[] counts) : EventFold(events, matches)
{
    private readonly HashSet<long> _keys = [];

    private protected override void Begin() => _keys.Clear();

    private protected override void Take(int row)
    {
        if (!property.IsMissing(row))
        {
            _keys.Add(keyOf(row));
        }
    }

    private protected override void End(int user) => counts[user] = _keys.Count;
}
