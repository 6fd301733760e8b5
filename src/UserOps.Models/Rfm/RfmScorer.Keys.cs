using System.Numerics;

namespace UserOps.Models.Rfm;

public sealed partial class RfmScorer
{
    /// <summary>Scores whole numbers; by rank, equal ones in a given order.</summary>
    /// <param name="values">Shape [values]; every one scored.</param>
    /// <param name="scale">Digits after the point the whole numbers stand for: 2 where 1 is a cent.</param>
    /// <param name="ties">Gives the positions of the values in the order equal ones stand; null for their own. Asked only where it matters.</param>
    /// <param name="scores">Shape [values]; overwritten.</param>
    internal void ScoreUnits<T>(ReadOnlySpan<T> values, int scale, Func<int[]>? ties, Span<byte> scores)
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
    {
        if (values.IsEmpty)
        {
            return;
        }

        if (Scoring is { Method: RfmScoringMethod.RankFirst or RfmScoringMethod.Ntile } ranked)
        {
            Span<int> held = stackalloc int[ranked.Top - 1];
            RfmScoringKernels.FillHeld(values.Length, ranked.Method == RfmScoringMethod.Ntile, held);
            RfmScoringKernels.ScoreRanks(values, held, LowerIsBetter, ties, scores);
            return;
        }

        var cuts = new KeyCuts<T>(stackalloc T[RfmScoringDefaults.MaximumBins]);
        if (_boundaries is { } given)
        {
            GivenCuts.Add(given, scale, ref cuts);
        }
        else
        {
            AddCuts(values, ref cuts);
        }

        RfmScoringKernels.Score(values, cuts, TopOf(cuts), LowerIsBetter, scores);
    }

    /// <summary>Finds the cuts of whole numbers.</summary>
    /// <param name="values">Shape [values]; at least one unless the cuts are thresholds.</param>
    /// <param name="scale">Digits after the point the whole numbers stand for.</param>
    internal RfmBoundaries BoundariesOfUnits<T>(ReadOnlySpan<T> values, int scale)
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
    {
        ThrowIfNoBoundaries(values.Length);
        if (_boundaries is { } given)
        {
            return given;
        }

        var cuts = new KeyCuts<T>(stackalloc T[RfmScoringDefaults.MaximumBins]);
        AddCuts(values, ref cuts);
        return BoundariesAt([.. DecimalsOf(cuts.Cuts, scale)]);
    }

    private static decimal[] DecimalsOf<T>(ReadOnlySpan<T> cuts, int scale)
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
    {
        var decimals = new decimal[cuts.Length];
        for (int i = 0; i < decimals.Length; i++)
        {
            decimals[i] = DecimalUnits.ToDecimal(long.CreateChecked(cuts[i]), scale);
        }

        return decimals;
    }

    private void AddCuts<T>(ReadOnlySpan<T> values, ref KeyCuts<T> cuts)
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
    {
        int bins = Scoring!.Top;
        switch (Scoring.Method)
        {
            case RfmScoringMethod.ValueQuantile:
                RfmScoringKernels.AddQuantiles(values, bins, ref cuts);
                break;
            case RfmScoringMethod.ValueQuantileDense:
                RfmScoringKernels.AddDenseQuantiles(values, bins, ref cuts);
                break;
            default:
                RfmScoringKernels.AddMeanRanks(values, bins, ref cuts);
                break;
        }
    }

    // Only the dense method has a top of its own: one more than the cuts that are left.
    private int TopOf<T>(KeyCuts<T> cuts)
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
        => _boundaries is { } given ? given.Cuts.Length + 1
            : Scoring!.Method == RfmScoringMethod.ValueQuantileDense ? cuts.Cuts.Length + 1
            : Scoring.Top;
}
