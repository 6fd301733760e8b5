namespace UserOps.Models.Tags;

/// <summary>Sums and extremes of amounts and quantities, exact in whole units; a mean is the double nearest to their quotient in 28 digits.</summary>
internal sealed class UnitsFold(EventTable events, EventMatches matches, Column property, ColumnValues<long> units, int scale, MeasuredValues values) : EventFold(events, matches)
{
    private Int128 _sum;
    private long _count;
    private long _least;
    private long _greatest;

    private protected override void Begin() => (_sum, _count, _least, _greatest) = (0, 0, long.MaxValue, long.MinValue);

    private protected override void Take(int row)
    {
        if (!property.IsMissing(row))
        {
            long value = units()[row];
            _count++;
            _sum += value;
            _least = Math.Min(_least, value);
            _greatest = Math.Max(_greatest, value);
        }
    }

    private protected override void End(int user)
    {
        if (values.Aggregation == TagAggregation.Sum)
        {
            values.SetUnits(user, _sum);
        }
        else if (_count > 0 && values.Aggregation == TagAggregation.Average)
        {
            values.SetNumber(user, (double)((decimal)_sum / _count / DecimalUnits.PowerOfTen(scale)));
        }
        else if (_count > 0)
        {
            values.SetUnits(user, values.Aggregation == TagAggregation.Minimum ? _least : _greatest);
        }
    }
}
