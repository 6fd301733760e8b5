using System.Collections.Immutable;

namespace UserOps.Models.Lifecycle;

/// <summary>The users behind a history, bound to its dataset.</summary>
public sealed class LifecycleHistoryUsers
{
    private readonly LifecycleDefinition _definition;
    private readonly UserDirectory _directory;
    private readonly ImmutableArray<DateTimeOffset> _instants;
    private readonly byte[][] _codes;

    internal LifecycleHistoryUsers(LifecycleDefinition definition, UserDirectory directory, ImmutableArray<DateTimeOffset> instants, byte[][] codes)
        => (_definition, _directory, _instants, _codes) = (definition, directory, instants, codes);

    /// <summary>Gets the users who are in a place at an instant.</summary>
    /// <param name="state">The place.</param>
    /// <param name="point">The position of the instant.</param>
    /// <exception cref="ArgumentException">The definition has no such stage.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such instant.</exception>
    public UserSet In(LifecycleState state, int point)
    {
        RequirePoint(point);
        var users = new ulong[BitKernels.WordsFor(_directory.Count)];
        LifecycleKernels.Mark(_codes[point], LifecycleStates.CodeOf(state, _definition, nameof(state)), users);
        return new(_directory, users);
    }

    /// <summary>Gets the place of a user at an instant.</summary>
    /// <param name="id">The caller's key.</param>
    /// <param name="point">The position of the instant.</param>
    /// <exception cref="KeyNotFoundException">The dataset does not know the user.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such instant.</exception>
    public LifecycleState StateOf(UserId id, int point)
    {
        RequirePoint(point);
        return LifecycleStates.StateOf(_codes[point][OrdinalOf(id)], _definition);
    }

    /// <summary>Lists where a user was, spell by spell, and for how long as far as the history shows it.</summary>
    /// <param name="id">The caller's key.</param>
    /// <returns>In the order of time, absences included; empty for a history without instants.</returns>
    /// <exception cref="KeyNotFoundException">The dataset does not know the user.</exception>
    public ImmutableArray<LifecycleSpell> Spells(UserId id)
    {
        int user = OrdinalOf(id);
        var spells = ImmutableArray.CreateBuilder<LifecycleSpell>();
        for (int first = 0; first < _codes.Length;)
        {
            int next = LifecycleHistoryKernels.EndOfSpell(_codes, user, first);
            spells.Add(new()
            {
                State = LifecycleStates.StateOf(_codes[first][user], _definition),
                NotYetAt = first == 0 ? null : _instants[first - 1],
                FirstSeen = _instants[first],
                LastSeen = _instants[next - 1],
                LeftBy = next == _codes.Length ? null : _instants[next],
            });
            first = next;
        }

        return spells.DrainToImmutable();
    }

    private int OrdinalOf(UserId id) => _directory.TryGetOrdinal(id, out int ordinal) ? ordinal : throw new KeyNotFoundException($"The dataset does not know the user '{id}'.");

    private void RequirePoint(int point)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(point);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(point, _codes.Length);
    }
}
