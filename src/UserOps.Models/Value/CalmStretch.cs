namespace UserOps.Models.Value;

/// <summary>
/// ln Q, where Q = sum over j below k of (R)_j / j! z^j and z = (T - t) / (alpha + T): how much likelier nothing is seen since the last purchase where k
/// hidden events make one. With its derivatives by the logarithms of r and alpha.
/// </summary>
internal readonly record struct CalmStretch(double Value, double R, double Alpha, double RR, double RAlpha, double AlphaAlpha)
{
    /// <summary>Computes the sum.</summary>
    /// <param name="k">The regularity; at 1 the sum is 1, whatever the times.</param>
    /// <param name="r">The parameter r.</param>
    /// <param name="alpha">The parameter alpha.</param>
    /// <param name="count">R = r + k x.</param>
    /// <param name="since">T - t.</param>
    /// <param name="age">T.</param>
    internal static CalmStretch Of(int k, double r, double alpha, double count, double since, double age)
    {
        double end = alpha + age;
        double term = 1;
        double inverses = 0;
        double inverseSquares = 0;
        double sum = 1, sumH = 0, sumHH = 0, sumJ = 0, sumJJ = 0, sumHJ = 0;
        for (int j = 1; j < k; j++)
        {
            double factor = count + j - 1;
            term *= factor / j * (since / end);
            inverses += 1 / factor;
            inverseSquares += 1 / (factor * factor);
            sum += term;
            sumH += term * inverses;
            sumHH += term * (inverses * inverses - inverseSquares);
            sumJ += term * j;
            sumJJ += term * j * (j + 1);
            sumHJ += term * inverses * j;
        }

        double h = sumH / sum;
        double share = alpha / end;
        double byAlpha = -sumJ / sum * share;
        return new(
            Math.Log(sum),
            r * h,
            byAlpha,
            r * r * (sumHH / sum - h * h) + r * h,
            -r * share * (sumHJ - h * sumJ) / sum,
            share * share * sumJJ / sum - byAlpha * byAlpha + byAlpha);
    }
}
