using System.Text.Json.Serialization;

namespace UserOps.Models.Survival;

/// <summary>Churn as inactivity: the first time a user is not active for longer than a limit. Plain data.</summary>
/// <remarks>The start counts as activity; activity when exactly the limit has passed is in time. Who comes back later has ended all the same.</remarks>
public sealed record InactivityChurn
{
    /// <summary>Initializes a new instance of the <see cref="InactivityChurn"/> class.</summary>
    public InactivityChurn()
    {
    }

    // For the generated reader, which gives zero bits, not the initializer's value, to what a text leaves out.
    [JsonConstructor]
    internal InactivityChurn(InactivityEnd endsAt = InactivityEnd.LimitPassed, string cause = SurvivalDefaults.InactiveCause)
    {
        EndsAt = endsAt;
        Cause = cause;
    }

    /// <summary>Gets which events are activity.</summary>
    public required EventFilter Activity { get; init; }

    /// <summary>Gets how long a user may go without activity; above zero, at most 3,653 days. Elapsed time.</summary>
    public required TimeSpan Limit { get; init; }

    /// <summary>Gets when the user ends. Default: <see cref="InactivityEnd.LimitPassed"/>.</summary>
    public InactivityEnd EndsAt { get; init; } = InactivityEnd.LimitPassed;

    /// <summary>Gets what results call the cause. Default: "inactive".</summary>
    public string Cause { get; init; } = SurvivalDefaults.InactiveCause;
}
