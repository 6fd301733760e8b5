namespace UserOps.Models.Value;

/// <summary>Sums over c, c + 1, .. : of the logarithms (that is ln G(c + n) / G(c)), of the inverses and of their squares.</summary>
/// <remarks>Taken on from one n to the next: no gamma function as long as the next one is near. All terms of one sign, so that nothing cancels for large c.</remarks>
internal struct RisingSums(double start)
{
    private const int Far = 1 << 12;

    private int _count;

    internal double Logs { get; private set; }

    internal double Inverses { get; private set; }

    internal double InverseSquares { get; private set; }

    /// <summary>Takes the sums on.</summary>
    /// <param name="count">How many terms there are in all; not fewer than before.</param>
    internal void AdvanceTo(int count)
    {
        if (count - _count > Far)
        {
            Logs += GammaFunctions.LogGamma(start + count) - GammaFunctions.LogGamma(start + _count);
            Inverses += GammaFunctions.Digamma(start + count) - GammaFunctions.Digamma(start + _count);
            InverseSquares += GammaFunctions.Trigamma(start + _count) - GammaFunctions.Trigamma(start + count);
            _count = count;
        }

        for (; _count < count; _count++)
        {
            double term = start + _count;
            Logs += Math.Log(term);
            Inverses += 1 / term;
            InverseSquares += 1 / (term * term);
        }
    }
}
