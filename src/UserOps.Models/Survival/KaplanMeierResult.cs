using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace UserOps.Models.Survival;

/// <summary>What Kaplan-Meier answers: the sums by time, and the curves they give. Stored are the sums, so results of disjoint rows merge. JSON round-trip, value equality.</summary>
public sealed class KaplanMeierResult : IEquatable<KaplanMeierResult>
{
    private readonly ImmutableArray<RiskGroup> _groups;

    /// <summary>Takes stored sums.</summary>
    /// <param name="definition">What was asked.</param>
    /// <param name="risk">The sums over all rows.</param>
    /// <param name="riskByGroup">The sums per group, labels as their table had them; empty without groups.</param>
    /// <exception cref="InvalidDefinitionException">The definition cannot be.</exception>
    [JsonConstructor]
    internal KaplanMeierResult(KaplanMeierDefinition definition, RiskTable risk, ImmutableArray<RiskGroup> riskByGroup = default)
    {
        var model = new KaplanMeierModel(definition);
        Definition = model.Definition;
        Risk = risk;
        _groups = riskByGroup.IsDefault ? [] : riskByGroup;
        Curve = model.CurveOf(risk);
        Groups = [.. _groups.Select(group => new SurvivalGroupCurve(group.Label, model.CurveOf(group.Risk)))];
    }

    /// <summary>Gets what was asked.</summary>
    public KaplanMeierDefinition Definition { get; }

    /// <summary>Gets the sums over all rows.</summary>
    public RiskTable Risk { get; }

    /// <summary>Gets the sums per group; empty without groups.</summary>
    public ImmutableArray<RiskGroup> RiskByGroup => _groups;

    /// <summary>Gets the curve of all rows.</summary>
    [JsonIgnore]
    public SurvivalCurve Curve { get; }

    /// <summary>Gets the curve of each group, in the order of the labels; empty without groups.</summary>
    [JsonIgnore]
    public ImmutableArray<SurvivalGroupCurve> Groups { get; }

    /// <summary>Joins the results of two sets of rows that have no row in common.</summary>
    /// <param name="a">One result.</param>
    /// <param name="b">The other, of the same definition.</param>
    /// <returns>What one evaluation over all rows gives.</returns>
    /// <exception cref="ArgumentException">The definitions differ, or only one of them has groups.</exception>
    public static KaplanMeierResult Merge(KaplanMeierResult a, KaplanMeierResult b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        return a.Definition == b.Definition
            ? new(a.Definition, RiskTable.Merge(a.Risk, b.Risk), RiskGroups.Merge(a.RiskByGroup, b.RiskByGroup))
            : throw new ArgumentException("The results answer different definitions; they cannot be joined.", nameof(b));
    }

    /// <inheritdoc/>
    public bool Equals(KaplanMeierResult? other)
        => other is not null && Definition == other.Definition && Risk.Equals(other.Risk) && ListEquality.Equal(_groups, other._groups);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as KaplanMeierResult);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Definition, Risk);
}
