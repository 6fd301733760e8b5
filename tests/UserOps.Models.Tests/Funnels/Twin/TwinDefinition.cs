namespace UserOps.Models.Tests.Funnels.Twin;

/// <summary>A funnel definition in the words of the conformance format; durations in ticks, defaults filled in.</summary>
internal sealed record TwinDefinition
{
    public required IReadOnlyList<TwinStep> Steps { get; init; }

    public long? WindowTicks { get; init; }

    /// <summary>Gets "ordered", "strict" or "unordered".</summary>
    public required string Order { get; init; }

    /// <summary>Gets "any", "increasing" or "input".</summary>
    public required string Ties { get; init; }

    public bool Reuse { get; init; }

    /// <summary>Gets "any" or "first".</summary>
    public required string Entry { get; init; }

    /// <summary>Gets the property that names the unit; null for the user.</summary>
    public string? UnitProperty { get; init; }

    public IReadOnlyList<string> Hold { get; init; } = [];

    public IReadOnlyList<TwinExclusion> Exclusions { get; init; } = [];

    /// <summary>Gets a value indicating whether a tainted try is cut short ("drop") instead of removing the unit.</summary>
    public bool TaintedTriesEndEarly { get; init; }

    public TwinRange? Range { get; init; }

    public TwinBreakdown? Breakdown { get; init; }

    public bool CountsTotals { get; init; }

    public TwinHistogramRequest? Histogram { get; init; }

    public TwinTrendRequest? Trend { get; init; }
}

/// <param name="Occurrence">"every", "firstEver" or "firstMatching".</param>
internal sealed record TwinStep(TwinFilter Filter, bool Optional, string Occurrence, long? WithinTicks);

internal sealed record TwinExclusion(TwinFilter Filter, int FromStep, int ToStep);

/// <param name="FromTicks">First instant inside; null is open.</param>
/// <param name="ToTicks">First instant after; null is open.</param>
/// <param name="LimitsEntryOnly">Whether only step 1 must lie inside.</param>
internal sealed record TwinRange(long? FromTicks, long? ToTicks, bool LimitsEntryOnly)
{
    public bool Contains(long ticks) => !(ticks < FromTicks) && !(ticks >= ToTicks);
}

/// <param name="Attribution">"firstTouch", "lastTouch", "allSteps" or "step".</param>
internal sealed record TwinBreakdown(string Property, string Attribution, int? Step);

/// <param name="Bins">How many; null is "auto".</param>
internal sealed record TwinHistogramRequest(int FromStep, int ToStep, int? Bins);

internal sealed record TwinTrendRequest(TimeZoneInfo Zone, long? AsOfTicks);
