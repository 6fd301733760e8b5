namespace UserOps.Models.Tags;

/// <summary>How a number is distributed within a class: normally, with this mean and variance.</summary>
public sealed record NaiveBayesNormal
{
    /// <summary>Gets the mean; finite.</summary>
    public required double Mean { get; init; }

    /// <summary>Gets the variance, smoothing included; above 0 and finite.</summary>
    public required double Variance { get; init; }
}
