using System.Numerics;

namespace UserOps.Models.Rfm;

/// <summary>The cuts of one axis in the numbers of a column; a value scores one more for each it is above.</summary>
/// <param name="room">Scratch for as many cuts as there are scores less one.</param>
internal ref struct KeyCuts<T>(Span<T> room)
    where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
{
    private readonly Span<T> _room = room;
    private int _count;

    /// <summary>Gets the cuts, none below the one before it.</summary>
    internal readonly ReadOnlySpan<T> Cuts => _room[.._count];

    /// <summary>Gets how many cuts lie below every value there can be.</summary>
    internal int AlwaysPassed { get; private set; }

    /// <summary>Adds a cut that greater values have passed.</summary>
    internal void AddAbove(T cut) => _room[_count++] = cut;

    /// <summary>Adds a cut that this value has passed, and greater ones.</summary>
    internal void AddFrom(T value)
    {
        if (value == T.MinValue)
        {
            AlwaysPassed++;
        }
        else
        {
            AddAbove(value - T.One);
        }
    }

    /// <summary>Adds a cut that every value has passed.</summary>
    internal void AddBelowAll() => AlwaysPassed++;
}
