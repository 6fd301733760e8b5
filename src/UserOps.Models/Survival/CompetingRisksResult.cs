using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace UserOps.Models.Survival;

/// <summary>What competing risks answer: the sums by time and cause, and the incidences they give. Stored are the sums, so results of disjoint rows merge. JSON round-trip, value equality.</summary>
public sealed class CompetingRisksResult : IEquatable<CompetingRisksResult>
{
    private readonly ImmutableArray<RiskGroup> _groups;

    /// <summary>Takes stored sums.</summary>
    /// <param name="definition">What was asked.</param>
    /// <param name="risk">The sums over all rows.</param>
    /// <param name="riskByGroup">The sums per group, labels as their table had them; empty without groups.</param>
    /// <exception cref="InvalidDefinitionException">The definition cannot be.</exception>
    [JsonConstructor]
    internal CompetingRisksResult(CompetingRisksDefinition definition, RiskTable risk, ImmutableArray<RiskGroup> riskByGroup = default)
    {
        var model = new CompetingRisksModel(definition);
        Definition = model.Definition;
        Risk = risk;
        _groups = riskByGroup.IsDefault ? [] : riskByGroup;
        Curves = model.CurvesOf(risk);
        Groups = [.. _groups.Select(group => new IncidenceGroupCurves(group.Label, model.CurvesOf(group.Risk)))];
    }

    /// <summary>Gets what was asked.</summary>
    public CompetingRisksDefinition Definition { get; }

    /// <summary>Gets the sums over all rows.</summary>
    public RiskTable Risk { get; }

    /// <summary>Gets the sums per group; empty without groups.</summary>
    public ImmutableArray<RiskGroup> RiskByGroup => _groups;

    /// <summary>Gets the incidences over all rows.</summary>
    [JsonIgnore]
    public IncidenceCurves Curves { get; }

    /// <summary>Gets the incidences of each group, in the order of the labels; empty without groups.</summary>
    [JsonIgnore]
    public ImmutableArray<IncidenceGroupCurves> Groups { get; }

    /// <summary>Joins the results of two sets of rows that have no row in common.</summary>
    /// <param name="a">One result.</param>
    /// <param name="b">The other, of the same definition.</param>
    /// <returns>What one evaluation over all rows gives.</returns>
    /// <exception cref="ArgumentException">The definitions differ, or only one of them has groups.</exception>
    public static CompetingRisksResult Merge(CompetingRisksResult a, CompetingRisksResult b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        return a.Definition == b.Definition
            ? new(a.Definition, RiskTable.Merge(a.Risk, b.Risk), RiskGroups.Merge(a.RiskByGroup, b.RiskByGroup))
            : throw new ArgumentException("The results answer different definitions; they cannot be joined.", nameof(b));
    }

    /// <inheritdoc/>
    public bool Equals(CompetingRisksResult? other)
        => other is not null && Definition == other.Definition && Risk.Equals(other.Risk) && ListEquality.Equal(_groups, other._groups);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CompetingRisksResult);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Definition, Risk);
}
