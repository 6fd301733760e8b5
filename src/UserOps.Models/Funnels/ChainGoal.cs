namespace UserOps.Models.Funnels;

/// <summary>The best a set of starts can do: how deep, how early, and from how late a start.</summary>
/// <param name="Depth">Position of the deepest step, 1-based, skipped ones included; 0 without a chain.</param>
/// <param name="Start">The latest start of the chains that get so deep first.</param>
/// <param name="Completion">When the deepest step is first reached.</param>
internal readonly record struct ChainGoal(int Depth, long Start, long Completion);
