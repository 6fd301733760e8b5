namespace UserOps.Models.Value;

/// <summary>ln(G(start + m) / G(start)) and its derivatives by the start, for every m up to a largest one.</summary>
internal sealed class RisingTable
{
    private readonly double[] _logs;
    private readonly double[] _slopes;
    private readonly double[] _bends;

    /// <summary>Initializes a new instance of the <see cref="RisingTable"/> class.</summary>
    /// <param name="start">Above 0.</param>
    /// <param name="largest">The largest m.</param>
    internal RisingTable(double start, int largest)
    {
        _logs = new double[largest + 1];
        _slopes = new double[largest + 1];
        _bends = new double[largest + 1];
        for (int m = 0; m < largest; m++)
        {
            double share = 1 / (start + m);
            _logs[m + 1] = _logs[m] + Math.Log(start + m);
            _slopes[m + 1] = _slopes[m] + share;
            _bends[m + 1] = _bends[m] + share * share;
        }
    }

    /// <summary>Gets the logarithm.</summary>
    internal double Log(int count) => _logs[count];

    /// <summary>Gets its first derivative: the sum of 1 / (start + j).</summary>
    internal double Slope(int count) => _slopes[count];

    /// <summary>Gets its second derivative with the sign turned: the sum of 1 / (start + j)^2.</summary>
    internal double Bend(int count) => _bends[count];
}
