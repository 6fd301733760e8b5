using System.Collections.Immutable;

namespace UserOps.Models.Funnels;

/// <summary>What became of each user; bound to the dataset that was asked.</summary>
public sealed class FunnelUsers
{
    private readonly CompiledFunnel _funnel;
    private readonly UnitLevels _levels;

    internal FunnelUsers(CompiledFunnel funnel, UnitLevels levels)
    {
        _funnel = funnel;
        _levels = levels;
    }

    private UserDirectory Directory => _funnel.Data.Directory;

    /// <summary>Gets how deep a user got.</summary>
    /// <param name="id">The caller's key.</param>
    /// <returns>
    /// Position of the deepest step, 1-based, skipped ones included; unordered: the number of steps filled; 0 for one who never entered, -1 for
    /// one whom exclusions removed.
    /// </returns>
    /// <exception cref="KeyNotFoundException">The dataset does not know the user.</exception>
    public int LevelOf(UserId id) => _levels.LevelOf(OrdinalOf(id));

    /// <summary>Gets the users whose chain holds a step.</summary>
    /// <param name="step">0-based; unordered: users who filled at least so many steps and one more.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such step.</exception>
    public UserSet Reached(int step)
    {
        RequireStep(step, 0);
        return Where(user => (_levels.HeldBy(user) >> step & 1) != 0);
    }

    /// <summary>Gets the users who entered a step and did not complete it: they hold the nearest earlier step that cannot be skipped.</summary>
    /// <param name="step">0-based, at least 1; for an optional step, those who skipped it or stopped before it.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such step, or it is the first.</exception>
    public UserSet LostBefore(int step)
    {
        RequireStep(step, 1);
        int entered = step - 1;
        while ((_funnel.Plan.Optional >> entered & 1) != 0)
        {
            entered--;
        }

        return Where(user => (_levels.HeldBy(user) >> entered & 1) != 0 && (_levels.HeldBy(user) >> step & 1) == 0);
    }

    /// <summary>Gets the users whom exclusions took out of all counts.</summary>
    public UserSet Removed() => Where(user => _levels.LevelOf(user) == FunnelEngine.Removed);

    /// <summary>Gets the events of a user's chosen chain.</summary>
    /// <param name="id">The caller's key.</param>
    /// <returns>Shape [steps]; the index of each step's event in the event table, null where the chain does not hold the step.</returns>
    /// <remarks>
    /// Of the chains that reach the deepest step: the earliest completion, then the latest start, then most optional steps, then step by step the
    /// earlier event.
    /// </remarks>
    /// <exception cref="InvalidOperationException">Chains were not asked for.</exception>
    /// <exception cref="KeyNotFoundException">The dataset does not know the user.</exception>
    public ImmutableArray<int?> ChosenEvents(UserId id)
    {
        if (!_levels.HasChains)
        {
            throw new InvalidOperationException("Chosen events are kept only with Detail = FunnelDetail.Chains.");
        }

        return ImmutableArray.CreateRange<int, int?>([.. _levels.RowsOf(OrdinalOf(id))], row => row < 0 ? null : row);
    }

    /// <summary>Explains a user's level: the events that served, and what is missing for the next step.</summary>
    /// <param name="id">The caller's key.</param>
    /// <exception cref="KeyNotFoundException">The dataset does not know the user.</exception>
    /// <remarks>Judges the one user again; does not need <see cref="FunnelDetail.Chains"/>.</remarks>
    public FunnelExplanation Explain(UserId id) => FunnelExplainer.Explain(_funnel, OrdinalOf(id));

    private UserSet Where(Func<int, bool> isIn)
    {
        var words = new ulong[(Directory.Count + 63) / 64];
        for (int user = 0; user < _levels.Count; user++)
        {
            words[user >> 6] |= isIn(user) ? 1UL << (user & 63) : 0;
        }

        return new UserSet(Directory, words);
    }

    private int OrdinalOf(UserId id) => Directory.TryGetOrdinal(id, out int ordinal)
        ? ordinal
        : throw new KeyNotFoundException($"The dataset does not know the user '{id}'.");

    private void RequireStep(int step, int least)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(step, least);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(step, _funnel.Plan.StepCount);
    }
}
