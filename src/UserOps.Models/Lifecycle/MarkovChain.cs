using System.Collections.Immutable;

namespace UserOps.Models.Lifecycle;

/// <summary>The observed transitions as a Markov chain over the places of a definition.</summary>
/// <remarks>Who has left stays away: the place of the absent, if anybody went there, is never left. The row of new users belongs to no step of the chain.</remarks>
internal sealed class MarkovChain
{
    private readonly ImmutableArray<LifecycleState> _states;
    private readonly double[,] _rates; // a row of zeros where they are not known
    private readonly bool[] _isPart;
    private readonly bool[] _isKnown;
    private readonly double[] _start;

    private MarkovChain(LifecycleTransitions transitions)
    {
        _states = transitions.States;
        int places = _states.Length;
        (_rates, _isPart, _isKnown, _start) = (new double[places, places], new bool[places], new bool[places], new double[places]);
        for (int row = 0; row < places - 1; row++)
        {
            ImmutableArray<long> users = transitions.Rows[row].Users;
            long all = users.Sum();
            _isKnown[row] = all > 0;
            _isPart[row] |= all > 0;
            for (int column = 0; column < places; column++)
            {
                _rates[row, column] = all == 0 ? 0 : (double)users[column] / all;
                _isPart[column] |= users[column] > 0;
            }
        }

        int absent = places - 1;
        (_isKnown[absent], _rates[absent, absent]) = (true, 1);
        for (int column = 0; column < places; column++)
        {
            _start[column] = transitions.Rows.Sum(row => row.Users[column]);

            // A newcomer's place is one users have to go on from.
            _isPart[column] |= transitions.Rows[absent].Users[column] > 0;
        }
    }

    internal static MarkovChain Of(LifecycleTransitions transitions) => new(transitions);

    internal LifecycleSteadyState SteadyState()
    {
        int[] part = [.. Enumerable.Range(0, _states.Length).Where(place => _isPart[place])];
        if (part.Length == 0)
        {
            return Without(LifecycleSteadyStateStatus.Empty, UndefinedReason.EmptyPopulation);
        }

        if (part.Any(place => !_isKnown[place]))
        {
            return Without(LifecycleSteadyStateStatus.UnknownRates, UndefinedReason.TooFew);
        }

        int[][] ends = MarkovKernels.ClosedClasses(_rates, part);
        if (ends.Length > 1)
        {
            return Without(LifecycleSteadyStateStatus.DependsOnStart, UndefinedReason.NoSolution);
        }

        if (MarkovKernels.Period(_rates, ends[0]) > 1)
        {
            return Without(LifecycleSteadyStateStatus.Periodic, UndefinedReason.NoSolution);
        }

        var shares = new double[_states.Length];
        double[] settled = MarkovKernels.Stationary(_rates, ends[0]);
        for (int i = 0; i < settled.Length; i++)
        {
            shares[ends[0][i]] = settled[i];
        }

        return With(LifecycleSteadyStateStatus.Unique, place => shares[place]);
    }

    /// <summary>Gives the expected users after each step.</summary>
    /// <param name="steps">How many steps after the start, which is given too.</param>
    /// <param name="newcomers">Shape [places]: added in each step.</param>
    internal ImmutableArray<LifecycleForecastStep> Forecast(int steps, double[] newcomers)
    {
        var told = ImmutableArray.CreateBuilder<LifecycleForecastStep>(steps + 1);
        double[]? users = _start;
        for (int step = 0; step <= steps; step++)
        {
            double[]? here = users;
            told.Add(new()
            {
                Step = step,
                States = [.. _states.Select((state, place) => new LifecycleExpectedUsers { State = state, Users = here is null ? UndefinedReason.TooFew : here[place] })],
            });
            users = here is null || IsStuck(here) ? null : Next(here, newcomers);
        }

        return told.MoveToImmutable();
    }

    private bool IsStuck(double[] users) => Enumerable.Range(0, users.Length).Any(place => users[place] > 0 && !_isKnown[place]);

    private double[] Next(double[] users, double[] newcomers)
    {
        double[] next = [.. newcomers];
        for (int row = 0; row < users.Length; row++)
        {
            for (int column = 0; column < users.Length; column++)
            {
                next[column] += users[row] * _rates[row, column];
            }
        }

        return next;
    }

    private LifecycleSteadyState Without(LifecycleSteadyStateStatus status, UndefinedReason reason) => With(status, _ => reason);

    private LifecycleSteadyState With(LifecycleSteadyStateStatus status, Func<int, Measure<double>> shareOf) => new()
    {
        Status = status,
        Shares = [.. _states.Select((state, place) => new LifecycleStateShare { State = state, Share = shareOf(place) })],
        Absorbing = [.. _states.Where((_, place) => _isPart[place] && _rates[place, place] == 1)],
    };
}
