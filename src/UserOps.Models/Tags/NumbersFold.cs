namespace UserOps.Models.Tags;

/// <summary>Sums, means and extremes of measured numbers, added up in the order of the events.</summary>
internal sealed class NumbersFold(EventTable events, EventMatches matches, NumberColumn property, MeasuredValues values) : EventFold(events, matches)
{
    private double _sum;
    private long _count;
    private double _least;
    private double _greatest;

    private protected override void Begin() => (_sum, _count, _least, _greatest) = (0, 0, double.PositiveInfinity, double.NegativeInfinity);

    private protected override void Take(int row)
    {
        if (!property.IsMissing(row))
        {
            double value = property.Values[row];
            _count++;
            _sum += value;
            _least = Math.Min(_least, value);
            _greatest = Math.Max(_greatest, value);
        }
    }

    private protected override void End(int user)
    {
        if (_count == 0 && values.Aggregation != TagAggregation.Sum)
        {
            return;
        }

        values.SetNumber(user, values.Aggregation switch
        {
            TagAggregation.Sum => _sum,
            TagAggregation.Average => _sum / _count,
            TagAggregation.Minimum => _least,
            _ => _greatest,
        });
    }
}
