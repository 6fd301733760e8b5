namespace UserOps.Models.Tags;

/// <summary>One value of a tag in two runs.</summary>
public sealed record TagStabilityRow
{
    /// <summary>Gets the value; null for users without one.</summary>
    public string? Value { get; init; }

    /// <summary>Gets the users who carried it in the earlier run.</summary>
    public required long Before { get; init; }

    /// <summary>Gets the users who carry it in the later run.</summary>
    public required long Now { get; init; }

    /// <summary>Gets what it adds to the index; without a number where one run has none of it and nothing is smoothed, or a run is empty.</summary>
    public required Measure<double> Contribution { get; init; }
}
