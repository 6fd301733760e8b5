namespace UserOps.Models.Survival;

/// <summary>The arithmetic of one event time of a Cox regression.</summary>
internal static class CoxKernels
{
    /// <summary>Computes the residual of an event time: x of who ended, less what was expected of those at risk.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="walk">Standing at the event time.</param>
    /// <param name="terms">Of that event time.</param>
    /// <param name="residual">OUT: shape [covariates].</param>
    internal static void Residual(CoxRows rows, CoxRiskWalk walk, in CoxTieTerms terms, Span<double> residual)
    {
        for (int k = 0; k < residual.Length; k++)
        {
            residual[k] = terms.HazardOfEnding * walk.Ending.First[k] - terms.Hazard * walk.AtRisk.First[k];
        }

        for (int place = walk.At.FirstEnded; place < walk.At.End; place++)
        {
            double weight = rows.WeightAt(place);
            ReadOnlySpan<double> row = rows.Covariates[place];
            for (int k = 0; k < residual.Length; k++)
            {
                residual[k] += weight * row[k];
            }
        }
    }

    /// <summary>Adds the variance of x among those at risk at an event time, summed over its events.</summary>
    /// <param name="walk">Standing at the event time.</param>
    /// <param name="terms">Of that event time.</param>
    /// <param name="factor">What to multiply with before adding.</param>
    /// <param name="information">Added to: shape [covariates, covariates], lower half.</param>
    internal static void AddVariance(CoxRiskWalk walk, in CoxTieTerms terms, double factor, Span<double> information)
    {
        double[] risk = walk.AtRisk.First;
        double[] ending = walk.Ending.First;
        double[] riskSquares = walk.AtRisk.Second;
        double[] endingSquares = walk.Ending.Second;
        int size = risk.Length;
        bool isTied = terms.HazardOfEnding != 0;
        for (int k = 0; k < size; k++)
        {
            double first = terms.Square * risk[k] - terms.SquareOfBoth * ending[k];
            double second = terms.SquareOfEnding * ending[k] - terms.SquareOfBoth * risk[k];
            for (int m = 0; m <= k; m++)
            {
                int at = k * size + m;
                double variance = terms.Hazard * riskSquares[at] - first * risk[m];
                if (isTied)
                {
                    variance -= terms.HazardOfEnding * endingSquares[at] + second * ending[m];
                }

                information[at] += factor * variance;
            }
        }
    }
}
