namespace UserOps.Models;

/// <summary>A sum of positive numbers given by their logarithms, none of which need fit into a double.</summary>
internal struct LogSum
{
    private double _sum;

    /// <summary>Initializes a new instance of the <see cref="LogSum"/> struct, with one number in it.</summary>
    /// <param name="log">Its natural logarithm; negative infinity for 0.</param>
    internal LogSum(double log)
    {
        Largest = log;
        _sum = 1;
    }

    /// <summary>Gets the natural logarithm of the sum.</summary>
    internal readonly double Value => double.IsNegativeInfinity(Largest) ? Largest : Largest + Math.Log(_sum);

    private double Largest { get; set; }

    /// <summary>Adds a number.</summary>
    /// <param name="log">Its natural logarithm; negative infinity for 0.</param>
    internal void Add(double log)
    {
        if (log <= Largest)
        {
            _sum += double.IsNegativeInfinity(log) ? 0 : Math.Exp(log - Largest);
        }
        else
        {
            _sum = 1 + _sum * Math.Exp(Largest - log);
            Largest = log;
        }
    }
}
