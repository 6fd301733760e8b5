using System.Collections.Immutable;
using UserOps.Models.GrowthModels;

namespace UserOps.Models.Lifecycle;

/// <summary>From the shape of the life cycle to what to steer by. Plain data, JSON round-trip, editable.</summary>
public sealed record NorthStarCatalog
{
    /// <summary>Gets the shipped rules: L to acquisition; inverted U to value and retention; U to activation and recall.</summary>
    public static NorthStarCatalog Default { get; } = new()
    {
        Id = "north-star",
        Version = 1,
        Rules =
        [
            new()
            {
                Id = "north-star.l",
                Shape = LifecycleShape.L,
                Goals = [OperationGoal.Acquire],
                Focus = new("获客:用户多停留在引入期", "Acquisition: most users are still at the introduction"),
                Metric = new("新增用户中激活的占比", "Share of the acquired who are activated"),
                MetricId = GrowthMetrics.ActivatedShare,
                IsDefault = true,
            },
            new()
            {
                Id = "north-star.inverted-u",
                Shape = LifecycleShape.InvertedU,
                Goals = [OperationGoal.Retain, OperationGoal.Activate],
                Focus = new("成长期与成熟期用户的价值与留存", "Value and retention of users in growth and maturity"),
                Metric = new("留存用户中带来收入的占比", "Share of the retained who bring revenue"),
                MetricId = GrowthMetrics.RevenueOfRetained,
                IsDefault = true,
            },
            new()
            {
                Id = "north-star.u",
                Shape = LifecycleShape.U,
                Goals = [OperationGoal.Activate, OperationGoal.Retain],
                Focus = new("促活与召回:休眠与流失用户多于价值区用户", "Activation and recall: more users are dormant or gone than of value"),
                Metric = new("召回率:流失用户中回来的占比", "Recall rate: churned users who are back, of the churned"),
                MetricId = LifecycleMetrics.RecallRate,
                IsDefault = true,
            },
        ],
    };

    /// <summary>Gets the stable id; not empty.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the version, 1 or more.</summary>
    public required int Version { get; init; }

    /// <summary>Gets the rules; at most one a shape.</summary>
    public required ImmutableArray<NorthStarRule> Rules { get; init; }

    /// <summary>Gets the rule of a shape; null where the catalog has none.</summary>
    /// <param name="shape">The shape.</param>
    public NorthStarRule? For(LifecycleShape shape) => Rules.IsDefault ? null : Rules.FirstOrDefault(rule => rule?.Shape == shape);

    /// <summary>Lists every fault of the catalog, unresolved metric ids among them.</summary>
    /// <returns>Faults in document order; empty for a sound catalog.</returns>
    public ImmutableArray<DefinitionIssue> Validate() => NorthStarRules.Check(this);

    /// <inheritdoc/>
    public bool Equals(NorthStarCatalog? other) => other is not null
        && Id == other.Id
        && Version == other.Version
        && ListEquality.Equal(Rules, other.Rules);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, Version, ListEquality.Hash(Rules));
}
