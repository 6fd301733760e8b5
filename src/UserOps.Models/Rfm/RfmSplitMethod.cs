namespace UserOps.Models.Rfm;

/// <summary>Where the values of an axis are cut into low and high.</summary>
public enum RfmSplitMethod
{
    /// <summary>At their mean, exactly: no rounding moves a value across it.</summary>
    Mean,

    /// <summary>At their median; of an even number of values the mean of the two in the middle.</summary>
    Median,

    /// <summary>At cuts that are given.</summary>
    Given,
}
