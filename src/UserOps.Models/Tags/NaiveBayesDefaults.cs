namespace UserOps.Models.Tags;

/// <summary>The defaults and limits of naive Bayes, each named once.</summary>
internal static class NaiveBayesDefaults
{
    /// <summary>The form of a saved model that this library writes and reads.</summary>
    internal const int Version = 1;

    /// <summary>Laplace: every text was seen once more than it was.</summary>
    internal const double Alpha = 1;

    /// <summary>The part of a feature's variance over all rows that is added to its variance within each class.</summary>
    internal const double VarianceSmoothing = 1e-9;

    internal const int GramLength = 1;

    internal const int MaximumGramLength = 8;

    /// <summary>Posteriors closer than this are equal: what lies between is rounding of the logarithms.</summary>
    internal const double TieTolerance = 1e-12;

    /// <summary>The users a thread takes at once.</summary>
    internal const int UsersPerPart = 4_096;
}
