namespace UserOps.Models.Rfm;

/// <summary>Each default and limit of scores, named once.</summary>
internal static class RfmScoringDefaults
{
    /// <summary>Scores 1 to 5, as most of the literature has them.</summary>
    internal const int Bins = 5;

    /// <summary>Nobody can tell more than ten kinds of recency apart, and a score is kept in a byte.</summary>
    internal const int MaximumBins = 10;

    /// <summary>The score of a value that is missing.</summary>
    internal const byte NoScore = 0;

    /// <summary>Segments of one table; far more than anybody acts on.</summary>
    internal const int MaximumSegments = 100;
}
