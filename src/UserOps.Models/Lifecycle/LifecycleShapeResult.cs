namespace UserOps.Models.Lifecycle;

/// <summary>The shape of a distribution over the life cycle. JSON round-trip; of shards add up the summaries and ask again.</summary>
public sealed record LifecycleShapeResult
{
    /// <summary>Gets when a zone outweighs another.</summary>
    public required LifecycleShapeDefinition Definition { get; init; }

    /// <summary>Gets what was counted.</summary>
    public required LifecycleStageCounts Counts { get; init; }

    /// <summary>Gets the shape; without one where nobody is in any of the five stages.</summary>
    public required Measure<LifecycleShape> Shape { get; init; }

    /// <summary>Gets the share of a zone, of the users in the five stages; without a value where there is nobody.</summary>
    /// <param name="zone">One of the three.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is none of the three.</exception>
    public Ratio ShareOf(LifecycleZone zone) => new(Counts.UsersOf(zone), Counts.Users);

    /// <summary>Gets what a product of this shape should look at first, and by which metric.</summary>
    /// <param name="catalog">The rules; null for <see cref="NorthStarCatalog.Default"/>.</param>
    /// <returns>The rule of the shape; null where there is no shape, or the catalog has no rule for it.</returns>
    public NorthStarRule? Focus(NorthStarCatalog? catalog = null) => Shape.Value is { } shape ? (catalog ?? NorthStarCatalog.Default).For(shape) : null;
}
