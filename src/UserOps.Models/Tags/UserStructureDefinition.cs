using System.Collections.Immutable;

namespace UserOps.Models.Tags;

/// <summary>Users in layers, best first (用户结构): each belongs to the first layer whose rule is true of them. Plain data, JSON round-trip.</summary>
/// <remarks>A structure is a tag of ordered rules by another name; <see cref="ToTag"/> puts it into a catalog, where it is checked and computed.</remarks>
public sealed record UserStructureDefinition
{
    private const int Days = 30;

    /// <summary>Gets the stable id, that of its tag.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the name.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>Gets the layers, best first. Who belongs to none is unassigned; who may belong to a better one than theirs is uncertain.</summary>
    public required ImmutableArray<UserLayer> Layers { get; init; }

    /// <summary>Makes the four usual layers: core, active, ordinary, silent, by the number of days among the last 30, today included, on which a user did something.</summary>
    /// <param name="activity">The name of the event that makes a day active, ordinal: a login.</param>
    /// <param name="coreDays">From how many active days on a user is core. Default: 15, every other day; our choice, as the next one.</param>
    /// <param name="activeDays">From how many on a user is active. Default: 4, once a week. Below that and at least once: ordinary; never: silent.</param>
    public static UserStructureDefinition ByActivity(string activity, int coreDays = 15, int activeDays = 4) => new()
    {
        Id = "user-structure",
        Name = new("用户结构", "user structure"),
        Layers =
        [
            new() { Value = "core", Name = new("核心用户", "core"), Rule = Recently(activity).DistinctDays().AtLeast(coreDays) },
            new() { Value = "active", Name = new("活跃用户", "active"), Rule = Recently(activity).DistinctDays().AtLeast(activeDays) },
            new() { Value = "ordinary", Name = new("普通用户", "ordinary"), Rule = Recently(activity).AtLeast(1) },
            new() { Value = "silent", Name = new("沉默用户", "silent"), Rule = Recently(activity).Never() },
        ],
    };

    /// <summary>Warns of too many layers; empty where there are few enough to be operated.</summary>
    public ImmutableArray<StratificationWarning> Warnings() => Layers.IsDefault ? [] : StratificationWarning.For(Layers.Length, "/layers");

    /// <summary>Makes the tag that says to which layer a user belongs.</summary>
    /// <param name="owner">Who answers for it.</param>
    /// <param name="purpose">What it may be used for.</param>
    /// <returns>An active enumeration, version 1; the faults of this structure are faults of its catalog.</returns>
    public TagDefinition ToTag(string owner, string purpose = "operating users layer by layer")
    {
        ImmutableArray<UserLayer> layers = Layers.IsDefault ? [] : Layers;
        return new()
        {
            Id = Id,
            Name = Name,
            Family = TagFamily.Interest,
            ValueType = TagValueType.Enumeration,
            Values = [.. layers.Select(layer => new TagLabel { Value = layer.Value, Name = layer.Name })],
            Computation = new OrderedRulesComputation { Rules = Layers.IsDefault ? default : [.. layers.Select(layer => new TagRule { Value = layer.Value, Rule = layer.Rule })] },
            Purpose = purpose,
            Sensitivity = TagSensitivity.Level2,
            Owner = owner,
            Status = TagStatus.Active,
            Version = 1,
        };
    }

    private static EventSelection Recently(string activity) => Rule.Event(activity).In(TimeWindow.Days(Days - 1, 0));

    /// <inheritdoc/>
    public bool Equals(UserStructureDefinition? other) => other is not null && Id == other.Id && Name == other.Name && ListEquality.Equal(Layers, other.Layers);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, Name, ListEquality.Hash(Layers));
}
