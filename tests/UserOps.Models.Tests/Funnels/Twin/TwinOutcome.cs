namespace UserOps.Models.Tests.Funnels.Twin;

/// <summary>What became of one unit.</summary>
/// <param name="Level">1-based position of the deepest step; 0 none, -1 removed.</param>
/// <param name="Chain">The chosen chain; null for level 0 and -1.</param>
internal sealed record TwinOutcome(int Level, TwinChain? Chain)
{
    public static readonly TwinOutcome None = new(0, null);
    public static readonly TwinOutcome Removed = new(-1, null);

    public bool Holds(int step) => Chain?.Holds(step) ?? false;
}
