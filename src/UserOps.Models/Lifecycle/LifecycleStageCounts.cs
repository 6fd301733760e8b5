using System.Text.Json.Serialization;

namespace UserOps.Models.Lifecycle;

/// <summary>Users in each of the five stages, wherever the numbers come from.</summary>
public sealed record LifecycleStageCounts
{
    /// <summary>Gets the users in introduction; not negative, as all counts here.</summary>
    public required long Introduction { get; init; }

    /// <summary>Gets the users in growth.</summary>
    public required long Growth { get; init; }

    /// <summary>Gets the users in maturity.</summary>
    public required long Maturity { get; init; }

    /// <summary>Gets the dormant users.</summary>
    public required long Dormant { get; init; }

    /// <summary>Gets the churned users.</summary>
    public required long Churned { get; init; }

    /// <summary>Gets all of them.</summary>
    [JsonIgnore]
    public long Users => checked(Introduction + Growth + Maturity + Dormant + Churned);

    /// <summary>Gets the users of a zone.</summary>
    /// <param name="zone">One of the three.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is none of the three.</exception>
    public long UsersOf(LifecycleZone zone) => zone switch
    {
        LifecycleZone.Acquisition => Introduction,
        LifecycleZone.Value => checked(Growth + Maturity),
        LifecycleZone.Retention => checked(Dormant + Churned),
        _ => throw new ArgumentOutOfRangeException(nameof(zone), zone, "This is not one of the three zones."),
    };

    /// <summary>Takes the users of the stages that are one of the five; stages of no kind and unassigned users are left out.</summary>
    /// <param name="counts">The counts of a life cycle.</param>
    /// <exception cref="ArgumentNullException">The counts are null.</exception>
    public static LifecycleStageCounts Of(LifecycleCounts counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        return new()
        {
            Introduction = counts.UsersOf(LifecycleStage.Introduction),
            Growth = counts.UsersOf(LifecycleStage.Growth),
            Maturity = counts.UsersOf(LifecycleStage.Maturity),
            Dormant = counts.UsersOf(LifecycleStage.Dormant),
            Churned = counts.UsersOf(LifecycleStage.Churned),
        };
    }
}
