using System.Text.Json.Serialization;

namespace UserOps.Models.Lifecycle;

/// <summary>New users of a forecast: how many come in each step, and where they are at its end.</summary>
public readonly record struct LifecycleNewcomers
{
    /// <summary>Creates a group of new users.</summary>
    /// <param name="state">Where they are.</param>
    /// <param name="usersPerStep">How many; finite and not negative, and need not be whole.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative or not finite.</exception>
    [JsonConstructor]
    public LifecycleNewcomers(LifecycleState state, double usersPerStep)
    {
        if (!double.IsFinite(usersPerStep) || usersPerStep < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(usersPerStep), usersPerStep, "So many users cannot come.");
        }

        State = state;
        UsersPerStep = usersPerStep;
    }

    /// <summary>Gets where they are.</summary>
    public LifecycleState State { get; }

    /// <summary>Gets how many come in each step.</summary>
    public double UsersPerStep { get; }
}
