using System.Collections.Immutable;

namespace UserOps.Models.GrowthModels;

/// <summary>Plays per stage of AARRR, made for one kind of business. Plain data, JSON round-trip, editable.</summary>
/// <remarks>No model reads a playbook: it is advice, and nothing depends on its numbers.</remarks>
public sealed record GrowthPlaybook
{
    /// <summary>Gets the shipped plays for retail finance.</summary>
    public static GrowthPlaybook Finance { get; } = FinancePlays.Playbook();

    /// <summary>Gets the stable id; not empty.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the version, 1 or more; an edited playbook gets a new one.</summary>
    public required int Version { get; init; }

    /// <summary>Gets the name.</summary>
    public required LocalizedText DisplayName { get; init; }

    /// <summary>Gets the plays, in the order in which they are shown.</summary>
    public required ImmutableArray<GrowthPlay> Plays { get; init; }

    /// <summary>Lists the plays of a stage, in the order of the playbook: what to try where <see cref="AarrrSummary.HoldsBack"/> points.</summary>
    /// <param name="stage">The stage.</param>
    public ImmutableArray<GrowthPlay> For(GrowthStage stage) => Plays.IsDefault ? [] : [.. Plays.Where(play => play?.Stage == stage)];

    /// <summary>Lists every fault of the playbook, unresolved metric ids among them.</summary>
    /// <returns>Faults in document order; empty for a sound playbook.</returns>
    public ImmutableArray<DefinitionIssue> Validate() => GrowthCatalogRules.Check(this);

    /// <inheritdoc/>
    public bool Equals(GrowthPlaybook? other) => other is not null
        && Id == other.Id
        && Version == other.Version
        && DisplayName == other.DisplayName
        && ListEquality.Equal(Plays, other.Plays);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, Version, DisplayName, ListEquality.Hash(Plays));
}
