using System.Text.Json.Serialization;

namespace UserOps.Models.Lifecycle;

/// <summary>New users of a forecast: how many come in each step, and where they are at its end.</summary>
public readonly record struct LifecycleNewcomers
{
    /// <summary>Creates a group of new users.</summary>
    /// <param name="state">Where they are.</param>
    /// <param name="usersPerStep">How many; 0 to 1e18, and need not be whole.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative, above 1e18 or not a number.</exception>
    [JsonConstructor]
    public LifecycleNewcomers(LifecycleState state, double usersPerStep)
    {
        if (!(usersPerStep is >= 0 and <= LifecycleDefaults.MaximumNewcomers))
        {
            throw new ArgumentOutOfRangeException(
                nameof(usersPerStep), usersPerStep, FormattableString.Invariant($"New users of a step are 0 to {LifecycleDefaults.MaximumNewcomers}."));
        }

        State = state;
        UsersPerStep = usersPerStep;
    }

    /// <summary>Gets where they are.</summary>
    public LifecycleState State { get; }

    /// <summary>Gets how many come in each step.</summary>
    public double UsersPerStep { get; }
}
