namespace UserOps.Models.Funnels;

/// <summary>The events of a timeline that may start a chain, of those that can fill the first step: positions, end excluded.</summary>
/// <param name="First">The first position.</param>
/// <param name="End">Behind the last position.</param>
internal readonly record struct StartRange(int First, int End)
{
    /// <summary>Gets the steps an event may fill when only the range may start.</summary>
    internal ulong Limit(ulong canFill, int position) => position >= First && position < End ? canFill : canFill & ~1UL;
}
