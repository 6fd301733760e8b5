namespace UserOps.Models.Tags;

/// <summary>How two runs of a tag are compared.</summary>
public sealed record TagStabilityOptions
{
    /// <summary>
    /// Gets the count added to every value of both runs, above 0, so that a value which only one of them has does not leave the index without a number;
    /// null, the default, for none: then such a value does.
    /// </summary>
    public double? Smoothing { get; init; }

    /// <summary>Gets a value indicating whether users without a value are a bin of their own. Default: they are left out of both runs.</summary>
    public bool CountsWithoutValue { get; init; }
}
