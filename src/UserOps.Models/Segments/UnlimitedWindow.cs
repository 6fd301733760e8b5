namespace UserOps.Models;

/// <summary><c>all</c>: every instant.</summary>
public sealed record UnlimitedWindow : TimeWindow
{
    internal override TickRange At(EvaluationContext context) => TickRange.All;
}
