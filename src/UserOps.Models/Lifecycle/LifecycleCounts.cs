using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace UserOps.Models.Lifecycle;

/// <summary>How many users are where at one instant: stored are sums over users, everything else is derived.</summary>
public sealed record LifecycleCounts
{
    /// <summary>Gets the stages in the order of the definition.</summary>
    public required ImmutableArray<LifecycleStageCount> Stages { get; init; }

    /// <summary>Gets the users for whom no rule is true.</summary>
    public required long Unassigned { get; init; }

    /// <summary>Gets how many of these may belong to a stage, because its rule is unknown.</summary>
    public required long UnassignedUncertain { get; init; }

    /// <summary>Gets the users of the dataset who are not there; they are in no other count.</summary>
    public required long Absent { get; init; }

    /// <summary>Gets how many of these may be there, because the rule of the population is unknown.</summary>
    public required long AbsentUncertain { get; init; }

    /// <summary>Gets the users who are there: those of all stages and the unassigned.</summary>
    [JsonIgnore]
    public long Users => Stages.Sum(stage => stage.Users) + Unassigned;

    /// <summary>Gets the users who are there and may belong to an earlier stage than the one they are counted in, or to one at all.</summary>
    [JsonIgnore]
    public long Uncertain => Stages.Sum(stage => stage.Uncertain) + UnassignedUncertain;

    /// <summary>Gets the users in the stages of one kind; 0 where the definition has none.</summary>
    /// <param name="kind">One of the five.</param>
    public long UsersOf(LifecycleStage kind) => Stages.Where(stage => stage.Kind == kind).Sum(stage => stage.Users);

    /// <summary>Gets the share of a stage, of the users who are there.</summary>
    /// <param name="stage">The id of a stage.</param>
    /// <exception cref="ArgumentException">There is no such stage.</exception>
    public Ratio ShareOf(string stage) => new(
        (Stages.FirstOrDefault(count => count.Stage == stage) ?? throw new ArgumentException($"The life cycle has no stage '{stage}'.", nameof(stage))).Users,
        Users);

    /// <summary>Gets the share of the stages of one kind, of the users who are there.</summary>
    /// <param name="kind">One of the five.</param>
    public Ratio ShareOf(LifecycleStage kind) => new(UsersOf(kind), Users);

    internal static LifecycleCounts Of(LifecycleDefinition definition, StagedUsers staged)
    {
        Span<long> users = stackalloc long[256];
        Span<long> uncertain = stackalloc long[256];
        users.Clear();
        uncertain.Clear();
        LifecycleKernels.Count(staged.Codes, staged.Uncertain, users, uncertain);
        var stages = ImmutableArray.CreateBuilder<LifecycleStageCount>(definition.Stages.Length);
        for (int i = 0; i < definition.Stages.Length; i++)
        {
            stages.Add(new() { Stage = definition.Stages[i].Id, Kind = definition.Stages[i].Kind, Users = users[i], Uncertain = uncertain[i] });
        }

        return new()
        {
            Stages = stages.MoveToImmutable(),
            Unassigned = users[LifecycleDefaults.Unassigned],
            UnassignedUncertain = uncertain[LifecycleDefaults.Unassigned],
            Absent = users[LifecycleDefaults.Absent],
            AbsentUncertain = uncertain[LifecycleDefaults.Absent],
        };
    }

    /// <summary>Adds up two counts of one definition.</summary>
    internal static LifecycleCounts Sum(LifecycleCounts a, LifecycleCounts b) => new()
    {
        Stages = [.. a.Stages.Zip(b.Stages, (x, y) => x with { Users = x.Users + y.Users, Uncertain = x.Uncertain + y.Uncertain })],
        Unassigned = a.Unassigned + b.Unassigned,
        UnassignedUncertain = a.UnassignedUncertain + b.UnassignedUncertain,
        Absent = a.Absent + b.Absent,
        AbsentUncertain = a.AbsentUncertain + b.AbsentUncertain,
    };

    /// <inheritdoc/>
    public bool Equals(LifecycleCounts? other) => other is not null
        && ListEquality.Equal(Stages, other.Stages)
        && Unassigned == other.Unassigned
        && UnassignedUncertain == other.UnassignedUncertain
        && Absent == other.Absent
        && AbsentUncertain == other.AbsentUncertain;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(ListEquality.Hash(Stages), Unassigned, UnassignedUncertain, Absent, AbsentUncertain);
}
