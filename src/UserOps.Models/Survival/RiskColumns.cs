namespace UserOps.Models.Survival;

/// <summary>Where sums by time are written: one slot per different time in each column; the last one is empty without entries.</summary>
internal readonly ref struct RiskColumns(Span<double> times, Span<double> events, Span<double> censored, Span<double> entered)
{
    internal Span<double> Times { get; } = times;

    internal Span<double> Events { get; } = events;

    internal Span<double> Censored { get; } = censored;

    internal Span<double> Entered { get; } = entered;
}
