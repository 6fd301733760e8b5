using System.Collections.Immutable;

namespace UserOps.Models.Funnels;

/// <summary>The units of a funnel that counts values of a property.</summary>
public sealed class FunnelUnits
{
    private readonly UnitLevels _levels;
    private readonly Dictionary<string, int> _ordinals;

    internal FunnelUnits(ImmutableArray<string> values, UnitLevels levels)
    {
        _levels = levels;
        Values = values;
        _ordinals = new Dictionary<string, int>(values.Length, StringComparer.Ordinal);
        for (int unit = 0; unit < values.Length; unit++)
        {
            _ordinals.Add(values[unit], unit);
        }
    }

    /// <summary>Gets the values of the property, in the order in which the data first held them.</summary>
    public ImmutableArray<string> Values { get; }

    /// <summary>Gets how deep a unit got.</summary>
    /// <param name="value">Ordinal.</param>
    /// <returns>Position of its deepest step, 1-based; 0 for one that never entered or is not known; -1 for one that exclusions removed.</returns>
    public int LevelOf(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return _ordinals.TryGetValue(value, out int unit) ? _levels.LevelOf(unit) : 0;
    }
}
