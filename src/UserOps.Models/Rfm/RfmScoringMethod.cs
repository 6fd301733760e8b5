namespace UserOps.Models.Rfm;

/// <summary>How the values of one axis become scores; of the scored values, n have a value, and v[0] is the smallest of them.</summary>
public enum RfmScoringMethod
{
    /// <summary>
    /// One more than the number of k below the bins with value > v[floor((n - 1) k / bins)]: the R-7 quantiles at k / bins that lie strictly below the
    /// value. Equal values have equal scores; where many share a value some scores stay unused.
    /// </summary>
    ValueQuantile,

    /// <summary>
    /// As <see cref="ValueQuantile"/> with equal quantiles, the smallest and the greatest value among them, counted once: the scores run from 1 to the number
    /// of different ones less one, at least 1.
    /// </summary>
    ValueQuantileDense,

    /// <summary>One more than the number of k below the bins with (rank - 1) bins > (n - 1) k; equal values have different ranks, in the order of the tie.</summary>
    RankFirst,

    /// <summary>Bins of equal size, the first (n mod bins) of them larger by one; equal values are parted in the order of the tie. Fewer values than bins: 1 to n.</summary>
    Ntile,

    /// <summary>The bins times the mean rank of the values equal to this one, divided by n, rounded up; equal values have equal scores.</summary>
    PercentRank,

    /// <summary>One more than the number of given thresholds at or below the value; what others score does not matter.</summary>
    Thresholds,
}
