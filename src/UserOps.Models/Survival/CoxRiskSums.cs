namespace UserOps.Models.Survival;

/// <summary>Sums over a set of rows, each weighted by its risk: of 1, of x, and of x x'.</summary>
internal sealed class CoxRiskSums(int covariates)
{
    /// <summary>Gets the sum of the risks.</summary>
    internal double Risk { get; private set; }

    /// <summary>Gets the sum of risk times x: shape [covariates].</summary>
    internal double[] First { get; } = new double[covariates];

    /// <summary>Gets the sum of risk times x x': shape [covariates, covariates], lower half.</summary>
    internal double[] Second { get; } = new double[covariates * covariates];

    internal void Clear()
    {
        Risk = 0;
        Array.Clear(First);
        Array.Clear(Second);
    }

    internal void Scale(double factor)
    {
        Risk *= factor;
        foreach (ref double value in First.AsSpan())
        {
            value *= factor;
        }

        foreach (ref double value in Second.AsSpan())
        {
            value *= factor;
        }
    }

    /// <summary>Adds a row; takes one away where its risk is given with the sign turned.</summary>
    /// <param name="risk">Its risk.</param>
    /// <param name="row">Its covariates.</param>
    internal void Add(double risk, ReadOnlySpan<double> row)
    {
        Span<double> first = First;
        double[] second = Second;
        Risk += risk;
        for (int k = 0; k < row.Length; k++)
        {
            double part = risk * row[k];
            first[k] += part;
            Span<double> squares = second.AsSpan(k * row.Length, k + 1);
            for (int m = 0; m < squares.Length; m++)
            {
                squares[m] += part * row[m];
            }
        }
    }
}
