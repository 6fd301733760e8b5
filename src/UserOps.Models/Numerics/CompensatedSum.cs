namespace UserOps.Models;

/// <summary>Adds doubles and keeps what each addition rounds away (Neumaier's sum): the error does not grow with their number.</summary>
internal struct CompensatedSum
{
    private double _sum;
    private double _lost;

    internal readonly double Value => _sum + _lost;

    internal void Add(double value)
    {
        double sum = _sum + value;
        _lost += Math.Abs(_sum) >= Math.Abs(value) ? _sum - sum + value : value - sum + _sum;
        _sum = sum;
    }
}
