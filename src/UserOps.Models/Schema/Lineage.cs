namespace UserOps.Models;

/// <summary>Where a field comes from and how late it is.</summary>
public sealed record Lineage
{
    /// <summary>Gets the system that holds the original, such as <c>core-banking</c>; not empty.</summary>
    public required string System { get; init; }

    /// <summary>Gets on whose side the data arise. Default: <see cref="DataOrigin.Internal"/>.</summary>
    public DataOrigin Origin { get; init; }

    /// <summary>Gets how long after the fact a value arrives here: zero for real time, a day for a nightly batch; null when unknown.</summary>
    public TimeSpan? Latency { get; init; }

    /// <summary>Gets how the data are collected, as the caller names it, such as <c>app tracking</c>; null when unknown.</summary>
    public string? Collection { get; init; }
}
