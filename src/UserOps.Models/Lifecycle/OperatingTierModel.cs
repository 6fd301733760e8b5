using System.Text.Json;

namespace UserOps.Models.Lifecycle;

/// <summary>Divides users into the six operating tiers, over a dataset or from facts the caller has in memory. Immutable.</summary>
/// <remarks>
/// The descriptions overlap, so the order decides: dormant, new, converted, valuable, active, ordinary. Over a dataset the tiers are a life cycle, whose stages
/// have the names of the tiers in camelCase as ids; history, transitions and values by stage are those of any life cycle.
/// </remarks>
public sealed class OperatingTierModel
{
    private readonly LifecycleModel? _lifecycle;

    /// <summary>Initializes a new instance of the <see cref="OperatingTierModel"/> class.</summary>
    /// <param name="definition">The limits; null for the usual ones.</param>
    /// <exception cref="InvalidDefinitionException">A limit is out of range or a source is missing; every fault is in <c>Issues</c>.</exception>
    public OperatingTierModel(OperatingTierDefinition? definition = null)
    {
        Definition = definition ?? new();
        InvalidDefinitionException.ThrowIfAny(OperatingTierRules.Check(Definition));
        _lifecycle = Definition.Sources is null ? null : new(LifecyclePresets.OperatingTiers(Definition));
    }

    /// <summary>Gets the limits.</summary>
    public OperatingTierDefinition Definition { get; }

    /// <summary>Gets the tiers as a life cycle.</summary>
    /// <exception cref="InvalidOperationException">The definition has no sources.</exception>
    public LifecycleModel Lifecycle => _lifecycle ?? throw new InvalidOperationException("The definition does not say where the facts are read in a dataset; set its Sources.");

    /// <summary>Gets the id of the stage that is a tier.</summary>
    /// <param name="tier">One of the six.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is none of the six.</exception>
    public static string IdOf(OperatingTier tier) => Enum.IsDefined(tier)
        ? JsonNamingPolicy.CamelCase.ConvertName(tier.ToString())
        : throw new ArgumentOutOfRangeException(nameof(tier), tier, "This is not one of the six tiers.");

    /// <summary>Divides the users of a dataset.</summary>
    /// <param name="data">Whose tables hold what the sources name.</param>
    /// <param name="context">The instant and the zone.</param>
    /// <param name="run">Progress and threads; null for the defaults.</param>
    /// <param name="cancellationToken">Looked at once per block of users.</param>
    /// <returns>The tiers as a life cycle.</returns>
    /// <exception cref="ArgumentNullException">The dataset or the context is null.</exception>
    /// <exception cref="InvalidOperationException">The definition has no sources.</exception>
    /// <exception cref="InvalidDefinitionException">A field is absent, of another kind or in another currency; every fault is in <c>Issues</c>.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public LifecycleResult Evaluate(UserOpsDataset data, EvaluationContext context, RunOptions? run = null, CancellationToken cancellationToken = default)
        => Lifecycle.Evaluate(data, context, run, cancellationToken);

    /// <summary>Gets the tier of one user.</summary>
    /// <param name="facts">What decides. Of a user who never interacted, the days since registration stand for those since the last interaction; without them the user is dormant.</param>
    public OperatingTier TierOf(OperatingTierFacts facts)
    {
        int silent = facts.DaysSinceLastInteraction ?? facts.RegisteredDaysAgo ?? int.MaxValue;
        return silent > Definition.DormantDays ? OperatingTier.Dormant
            : facts.RegisteredDaysAgo <= Definition.NewDays ? OperatingTier.New
            : facts.HasConverted ? OperatingTier.Converted
            : facts.MatchesValueProfile ? OperatingTier.Valuable
            : facts.CoreUses >= Definition.ActiveCoreUses || facts.ActiveDays >= Definition.ActiveDays ? OperatingTier.Active
            : OperatingTier.Ordinary;
    }

    /// <summary>Gets the tiers of many users; allocates nothing.</summary>
    /// <param name="facts">Shape [users].</param>
    /// <param name="tiers">Shape [users]; overwritten.</param>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    public void Place(ReadOnlySpan<OperatingTierFacts> facts, Span<OperatingTier> tiers)
    {
        if (facts.Length != tiers.Length)
        {
            throw new ArgumentException(FormattableString.Invariant($"There are {facts.Length} users and room for {tiers.Length} tiers."), nameof(tiers));
        }

        for (int user = 0; user < facts.Length; user++)
        {
            tiers[user] = TierOf(facts[user]);
        }
    }
}
