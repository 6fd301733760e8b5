namespace UserOps.Models.Value;

/// <summary>What some events add up to, in whole units of their columns, so that no order of adding shows.</summary>
internal struct RevenueSum
{
    internal Int128 Units;
    internal Int128 CostUnits;
    internal long Events;
    internal long WithoutAmount;

    internal readonly bool IsEmpty => Events == 0 && WithoutAmount == 0;

    internal void Add(in RevenueSum other)
    {
        Units += other.Units;
        CostUnits += other.CostUnits;
        Events += other.Events;
        WithoutAmount += other.WithoutAmount;
    }
}
