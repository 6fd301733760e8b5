using System.Collections.Immutable;

namespace UserOps.Models;

/// <summary>Equality of records that hold lists: element by element, where the record's own would compare references.</summary>
internal static class ListEquality
{
    internal static bool Equal<T>(ImmutableArray<T> left, ImmutableArray<T> right) => left.IsDefault || right.IsDefault
        ? left.IsDefault == right.IsDefault
        : left.AsSpan().SequenceEqual(right.AsSpan(), EqualityComparer<T>.Default);

    internal static int Hash<T>(ImmutableArray<T> list)
    {
        var hash = new HashCode();
        foreach (T item in list.IsDefault ? [] : list)
        {
            hash.Add(item);
        }

        return hash.ToHashCode();
    }
}
