namespace UserOps.Models.Funnels;

/// <summary>What the tries of one unit, or of one unit on one day, come to.</summary>
/// <param name="Deepest">The depth of the deepest try, clean or not.</param>
/// <param name="DeepestClean">The depth of the deepest clean try; after cutting, where tainted tries are cut.</param>
internal readonly record struct TryOutcomes(int Deepest, int DeepestClean)
{
    /// <summary>Gets the level: a unit without a clean try as deep as its deepest one is removed.</summary>
    internal int Level => DeepestClean >= Deepest ? DeepestClean : FunnelEngine.Removed;

    internal TryOutcomes With(int depth, int cleanDepth) => new(Math.Max(Deepest, depth), Math.Max(DeepestClean, cleanDepth));
}
