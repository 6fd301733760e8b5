namespace UserOps.Models.Rfm;

/// <summary>The axes of the model.</summary>
public enum RfmAxis
{
    /// <summary>R: days since the last purchase; fewer are better.</summary>
    Recency,

    /// <summary>F: purchase days, or purchases.</summary>
    Frequency,

    /// <summary>M: money, or what the definition puts in its place.</summary>
    Monetary,

    /// <summary>L: days from the first purchase to the last; asked by <see cref="RfmDefinition.LengthScoring"/>.</summary>
    Length,
}
