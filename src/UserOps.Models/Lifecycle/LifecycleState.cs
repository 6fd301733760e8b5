using System.Text.Json.Serialization;

namespace UserOps.Models.Lifecycle;

/// <summary>Where a user is at an instant: in a stage, unassigned, or not there. The default value is a stage without a name, which no definition has.</summary>
public readonly record struct LifecycleState
{
    /// <summary>Creates a place from its JSON members.</summary>
    /// <param name="kind">What kind of place it is.</param>
    /// <param name="stage">The id of the stage; null, and only then, for the other kinds.</param>
    /// <exception cref="ArgumentException">A stage has no id, or another kind has one.</exception>
    [JsonConstructor]
    public LifecycleState(LifecycleStateKind kind, string? stage = null)
    {
        if ((kind == LifecycleStateKind.Stage) != (stage is not null))
        {
            throw new ArgumentException("A place that is a stage has the id of the stage, and no other has one.", nameof(stage));
        }

        Kind = kind;
        Stage = stage;
    }

    /// <summary>Gets the place of users for whom no rule is true.</summary>
    public static LifecycleState Unassigned { get; } = new(LifecycleStateKind.Unassigned);

    /// <summary>Gets the place of users who are not there.</summary>
    public static LifecycleState Absent { get; } = new(LifecycleStateKind.Absent);

    /// <summary>Gets what kind of place it is.</summary>
    public LifecycleStateKind Kind { get; }

    /// <summary>Gets the id of the stage; null for the other kinds.</summary>
    public string? Stage { get; }

    /// <summary>Makes the place of a stage.</summary>
    /// <param name="stage">Its id.</param>
    /// <exception cref="ArgumentException">The id is null.</exception>
    public static LifecycleState In(string stage) => new(LifecycleStateKind.Stage, stage);

    /// <summary>Writes the id of the stage, or <c>(unassigned)</c> or <c>(absent)</c>.</summary>
    public override string ToString() => Kind switch
    {
        LifecycleStateKind.Unassigned => "(unassigned)",
        LifecycleStateKind.Absent => "(absent)",
        _ => Stage ?? "",
    };
}
