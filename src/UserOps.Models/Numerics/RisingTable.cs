namespace UserOps.Models;

/// <summary>ln(G(start + m) / G(start)) and its derivatives by the start, for every m up to a largest one; filled again for each start.</summary>
/// <param name="largest">The largest m.</param>
internal sealed class RisingTable(int largest)
{
    private readonly RisingSums[] _sums = new RisingSums[largest + 1];

    /// <summary>Begins at another place.</summary>
    /// <param name="start">Above 0.</param>
    internal void StartAt(double start)
    {
        var sums = new RisingSums(start);
        for (int m = 0; m < _sums.Length; m++)
        {
            sums.AdvanceTo(m);
            _sums[m] = sums;
        }
    }

    /// <summary>Gets the logarithm.</summary>
    internal double Log(int count) => _sums[count].Logs;

    /// <summary>Gets its first derivative: the sum of 1 / (start + j).</summary>
    internal double Slope(int count) => _sums[count].Inverses;

    /// <summary>Gets its second derivative with the sign turned: the sum of 1 / (start + j)^2.</summary>
    internal double Bend(int count) => _sums[count].InverseSquares;
}
