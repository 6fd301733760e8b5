using System.Diagnostics;

namespace UserOps.Models.Survival;

/// <summary>Adjusts many p-values at once.</summary>
internal static class PairwiseKernels
{
    /// <summary>Adjusts p-values in place.</summary>
    /// <param name="ascending">Shape [tests]; ascending; each becomes the smallest level at which its test rejects, still ascending and at most 1.</param>
    /// <param name="correction">How.</param>
    internal static void Adjust(Span<double> ascending, PairwiseCorrection correction)
    {
        int tests = ascending.Length;
        Debug.Assert(tests < 2 || ascending[0] <= ascending[^1], "smallest first");
        switch (correction)
        {
            case PairwiseCorrection.Bonferroni:
                foreach (ref double p in ascending)
                {
                    p = Math.Min(1, p * tests);
                }

                break;
            case PairwiseCorrection.Holm:
                for (int i = 0; i < tests; i++)
                {
                    double raised = Math.Min(1, ascending[i] * (tests - i));
                    ascending[i] = i == 0 ? raised : Math.Max(ascending[i - 1], raised);
                }

                break;
            case PairwiseCorrection.BenjaminiHochberg:
                for (int i = tests - 1; i >= 0; i--)
                {
                    double raised = Math.Min(1, ascending[i] * tests / (i + 1));
                    ascending[i] = i == tests - 1 ? raised : Math.Min(ascending[i + 1], raised);
                }

                break;
        }
    }
}
