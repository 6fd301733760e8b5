namespace UserOps.Models.Funnels;

/// <summary>What became of each unit, by its place in the log of units.</summary>
internal sealed class UnitLevels
{
    /// <summary>The level of units that exclusions removed.</summary>
    internal const byte Removed = byte.MaxValue;

    private readonly byte[] _levels;
    private readonly ulong[]? _held;
    private readonly int[]? _rows;
    private readonly int _stepCount;

    /// <param name="units">The number of units.</param>
    /// <param name="plan">The funnel.</param>
    /// <param name="withChains">Whether the chosen chains are kept.</param>
    internal UnitLevels(int units, FunnelPlan plan, bool withChains)
    {
        _stepCount = plan.StepCount;
        _rows = withChains ? new int[RoomForChains(units, _stepCount)] : null;
        _levels = new byte[units];
        _held = plan.Optional == 0 ? null : new ulong[units];
    }

    internal int Count => _levels.Length;

    internal bool HasChains => _rows is not null;

    /// <summary>Gets the levels; 0 none, <see cref="Removed"/> removed.</summary>
    internal Span<byte> Levels => _levels;

    internal int LevelOf(int unit) => _levels[unit] == Removed ? FunnelEngine.Removed : _levels[unit];

    /// <summary>Gets the steps a unit counts in.</summary>
    internal ulong HeldBy(int unit) => _levels[unit] is 0 or Removed ? 0 : _held?[unit] ?? FunnelPlan.Steps(0, _levels[unit] - 1);

    /// <summary>Gets the event of each step of the chosen chain, -1 where it holds none; empty without chains.</summary>
    internal ReadOnlySpan<int> RowsOf(int unit) => _rows is null ? [] : _rows.AsSpan(unit * _stepCount, _stepCount);

    internal void Set(int unit, FunnelEngine engine)
    {
        _levels[unit] = engine.Level == FunnelEngine.Removed ? Removed : (byte)engine.Level;
        if (_held is not null)
        {
            _held[unit] = engine.Held;
        }

        if (_rows is not null)
        {
            engine.Chosen.Rows.CopyTo(_rows.AsSpan(unit * _stepCount));
        }
    }

    private static int RoomForChains(int units, int stepCount)
    {
        long events = (long)units * stepCount;
        return events <= Array.MaxLength
            ? (int)events
            : throw new InvalidOperationException(
                $"The chains of {units} units and {stepCount} steps are more than one result can hold; ask for counts, or merge summaries of parts of the users.");
    }
}
