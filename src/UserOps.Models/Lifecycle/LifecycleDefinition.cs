using System.Collections.Immutable;

namespace UserOps.Models.Lifecycle;

/// <summary>Into which stages the users of a product are divided: ordered rules, the first that is true places the user.</summary>
/// <remarks>
/// Plain data, JSON round-trip. Nothing is checked here; <see cref="LifecycleModel"/> checks everything at once. The rules that stages refer to are
/// part of the definition, because a summary carries it: two definitions that differ in such a rule must not be taken for one question.
/// </remarks>
public sealed record LifecycleDefinition
{
    /// <summary>Gets the stable id; not empty.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the name.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>Gets the stages in the order in which they are asked, which need not be the order of a life; 1 to 100 of them.</summary>
    public required ImmutableArray<LifecycleStageDefinition> Stages { get; init; }

    /// <summary>
    /// Gets who is there to be counted; of others it is said that they are not there, neither in a stage nor unassigned. Null, the default: who has a row in
    /// the user table or an event at or before the instant. A history needs more where the user table says since when: <c>registered by then</c>.
    /// </summary>
    public SegmentRule? Population { get; init; }

    /// <summary>Gets the rules that others refer to by name; empty for none.</summary>
    public ImmutableArray<LifecycleSegment> Segments
    {
        get => field.IsDefault ? [] : field;
        init;
    }

    /// <summary>Warns of too many stages; empty where there are few enough to be operated.</summary>
    public ImmutableArray<StratificationWarning> Warnings() => Stages.IsDefault ? [] : StratificationWarning.For(Stages.Length, "/stages");

    /// <inheritdoc/>
    public bool Equals(LifecycleDefinition? other) => other is not null
        && Id == other.Id
        && Name == other.Name
        && ListEquality.Equal(Stages, other.Stages)
        && Population == other.Population
        && ListEquality.Equal(Segments, other.Segments);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, Name, ListEquality.Hash(Stages), Population, ListEquality.Hash(Segments));
}
