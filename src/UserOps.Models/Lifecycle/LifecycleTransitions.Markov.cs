using System.Collections.Immutable;

namespace UserOps.Models.Lifecycle;

public sealed partial record LifecycleTransitions
{
    /// <summary>Gets the shares at which the stages would settle, if the observed rates stayed as they are and nobody new came.</summary>
    /// <returns>
    /// The shares, or why there are none: rates that are not known, several ends that the start decides between, or shares that swing for ever.
    /// Once somebody has left for good, everybody does in the long run: <see cref="LifecycleState.Absent"/> then has the whole share.
    /// </returns>
    /// <remarks>
    /// A Markov chain: where a user goes next depends on the stage alone, not on how long they have been there. Stage models break that as a rule
    /// (who has been dormant for long becomes churned at a known day), so read the result as a direction, not as a date.
    /// Solved exactly by elimination without subtractions: W. Grassmann, M. Taksar, D. Heyman, Operations Research 33(5), 1985, 1107-1116.
    /// </remarks>
    public LifecycleSteadyState SteadyState() => MarkovChain.Of(this).SteadyState();

    /// <summary>Carries the users of the second instant on, step by step, at the observed rates.</summary>
    /// <param name="steps">How many; each as long as the time between the two instants. 0 to 1,000.</param>
    /// <param name="newcomers">How many new users come in each step and where they are at its end; none where left out. See <see cref="Newcomers"/>.</param>
    /// <returns>Expected users by place after each step, step 0 (the second instant, as observed) included.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than 0 steps or more than 1,000.</exception>
    /// <exception cref="ArgumentException">The definition has no such stage, a place is named twice, or a newcomer is absent.</exception>
    public LifecycleForecast Forecast(int steps, params IEnumerable<LifecycleNewcomers> newcomers)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(steps);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(steps, LifecycleDefaults.MaximumForecastSteps);
        ArgumentNullException.ThrowIfNull(newcomers);
        ImmutableArray<LifecycleNewcomers> given = [.. newcomers];
        var added = new double[States.Length];
        foreach (LifecycleNewcomers group in given)
        {
            int place = IndexOf(group.State, nameof(newcomers));
            if (group.State.Kind == LifecycleStateKind.Absent || added[place] != 0)
            {
                throw new ArgumentException($"New users are somewhere, and every place is named once; '{group.State}' is not.", nameof(newcomers));
            }

            added[place] = group.UsersPerStep;
        }

        return new() { Transitions = this, Newcomers = given, Steps = MarkovChain.Of(this).Forecast(steps, added) };
    }

    /// <summary>Gets the new users between the two instants and where they are, to be given to <see cref="Forecast"/>: as many come in every step.</summary>
    public ImmutableArray<LifecycleNewcomers> Newcomers()
        => [.. States.Zip(Rows[^1].Users, (state, users) => new LifecycleNewcomers(state, users)).Where(group => group.UsersPerStep > 0)];
}
