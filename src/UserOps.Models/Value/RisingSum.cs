namespace UserOps.Models.Value;

/// <summary>ln(G(r + x) / G(r)) and its derivatives by ln r, for x that never falls.</summary>
internal struct RisingSum(double r)
{
    private int _count;

    /// <summary>Gets the value.</summary>
    internal double Log { get; private set; }

    /// <summary>Gets the first derivative by ln r.</summary>
    internal double Slope { get; private set; }

    /// <summary>Gets the second derivative by ln r; its terms are r j / (r + j)^2, so that nothing is subtracted.</summary>
    internal double Curvature { get; private set; }

    /// <summary>Goes on to a larger x.</summary>
    internal void GrowTo(int count)
    {
        for (; _count < count; _count++)
        {
            double factor = r + _count;
            Log += Math.Log(factor);
            Slope += r / factor;
            Curvature += r / factor * (_count / factor);
        }
    }
}
