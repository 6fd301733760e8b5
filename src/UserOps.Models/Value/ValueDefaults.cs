namespace UserOps.Models.Value;

/// <summary>The defaults and limits of the room, each named once.</summary>
internal static class ValueDefaults
{
    internal const double ConfidenceLevel = 0.95;

    /// <summary>Customers without a repeat purchase, with one, .., and with seven or more: what the papers show.</summary>
    internal const int FrequencyBins = 8;

    /// <summary>The form of saved parameters.</summary>
    internal const int ParametersVersion = 1;

    /// <summary>Customers with so many repeat purchases or more are one group of a comparison, as in the published figures.</summary>
    internal const int LastHoldoutGroup = 7;

    /// <summary>Without costs the value of a customer is revenue.</summary>
    internal const double RevenueMargin = 1;

    internal const int MaximumLifetimePeriods = 10_000;

    /// <summary>The most regular buying a model is asked about: with 64 hidden events to a purchase, gaps vary by an eighth.</summary>
    internal const int MaximumRegularity = 64;

    internal const double Tolerance = 1e-9;

    internal const int MaximumIterations = 200;

    /// <summary>By how much a customer's log-likelihood may differ between two places that count as equally high.</summary>
    internal const double PlateauHeight = 1e-8;

    /// <summary>How far the logarithm of a parameter moves in one step of a search: a Newton step from a bad start may point anywhere.</summary>
    internal const double LongestLogStep = 2;

    /// <summary>The step of a derivative by differences, in the logarithm of a parameter.</summary>
    internal const double LogDifference = 1e-5;

    /// <summary>How many purchases of one customer are drawn at most.</summary>
    internal const int MostPurchasesDrawn = 10_000_000;

    /// <summary>How many opportunities a model that sums over each of them is asked about at most.</summary>
    internal const int MaximumOpportunities = 1_000_000;
}
