namespace UserOps.Models;

/// <summary>UTC ticks from one, included, to another, excluded; nothing where the end is not after the start.</summary>
internal readonly record struct TickRange(long From, long To)
{
    internal static TickRange All => new(long.MinValue, long.MaxValue);
}
