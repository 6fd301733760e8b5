namespace UserOps.Models;

/// <summary><c>absolute</c>: from one instant, included, to another, excluded.</summary>
public sealed record AbsoluteWindow : TimeWindow
{
    /// <summary>Gets the first instant.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>Gets the first instant after the window; after <see cref="From"/>.</summary>
    public required DateTimeOffset To { get; init; }

    internal override TickRange At(EvaluationContext context) => new(From.UtcTicks, To.UtcTicks);
}
