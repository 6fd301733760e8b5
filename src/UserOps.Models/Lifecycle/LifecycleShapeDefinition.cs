namespace UserOps.Models.Lifecycle;

/// <summary>When one zone of the life cycle outweighs another.</summary>
public sealed record LifecycleShapeDefinition
{
    /// <summary>
    /// Gets by how much the share of a zone must exceed that of the value zone before it gives the shape its name, as a fraction of all users in the five
    /// stages, from 0 to less than 1. Default: 0, any more will do; an equal share never does.
    /// </summary>
    public decimal MinimumGap { get; init; }
}
