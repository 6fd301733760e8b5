namespace UserOps.Models;

/// <summary>Sums over c, c + 1, .. : of the logarithms (that is ln G(c + n) / G(c)), of the inverses and of their squares.</summary>
/// <remarks>Taken on from one n to the next: no gamma function as long as the next one is near. All terms of one sign, so that nothing cancels for large c.</remarks>
internal struct RisingSums(double start)
{
    private const int Far = 1 << 12;

    private int _count;

    internal double Logs { get; private set; }

    internal double Inverses { get; private set; }

    internal double InverseSquares { get; private set; }

    /// <summary>Gets the sum of j / (c + j)^2: the inverses less c times their squares, of which nothing is left for large c if they are subtracted.</summary>
    internal double Spread { get; private set; }

    /// <summary>Takes the sums on.</summary>
    /// <param name="count">How many terms there are in all; not fewer than before.</param>
    internal void AdvanceTo(int count)
    {
        if (count - _count > Far)
        {
            for (; start + _count < GammaFunctions.AsymptoticFrom; _count++)
            {
                AddTerm();
            }

            Jump(count);
        }

        for (; _count < count; _count++)
        {
            AddTerm();
        }
    }

    private void AddTerm()
    {
        double term = start + _count;
        double inverse = 1 / term;
        Logs += Math.Log(term);
        Inverses += inverse;
        InverseSquares += inverse * inverse;
        Spread += inverse * (_count / term);
    }

    // By the asymptotic series of ln G and its derivatives, whose large parts are taken off each other first.
    private void Jump(int count)
    {
        double from = start + _count;
        double to = start + count;
        double growth = (count - _count) / from;
        double first = StirlingTails.OfDigamma(to) - StirlingTails.OfDigamma(from);
        double second = StirlingTails.OfTrigamma(from) - StirlingTails.OfTrigamma(to);
        Logs += RisingFactorial.LogFar(from, count - _count);
        Inverses += NearZero.LogOnePlus(growth) + 0.5 / from - 0.5 / to + first;
        InverseSquares += growth / to + 0.5 / from / from - 0.5 / to / to + second;
        Spread += NearZero.LogOnePlusLess(growth) + growth * (count / to) + 0.5 * (_count / from / from - count / to / to) + first - start * second;
        _count = count;
    }
}
