using System.Collections.Immutable;

namespace UserOps.Models;

/// <summary>A column of sets of texts; the empty set is a value.</summary>
public sealed class SetColumn : Column
{
    private readonly int[] _offsets;
    private readonly int[] _codes;

    internal SetColumn(Field field, int[] offsets, int[] codes, ImmutableArray<string> values, ulong[]? present)
        : base(field, offsets.Length - 1, present)
    {
        _offsets = offsets;
        _codes = codes;
        Values = values;
    }

    /// <summary>Gets the distinct texts in the order of first sight; the codes are indices into it.</summary>
    public ImmutableArray<string> Values { get; }

    /// <summary>Gets the codes of a row's set, ascending and distinct; empty for the empty set and where the row is missing.</summary>
    /// <param name="row">0 to <see cref="Column.Count"/> - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public ReadOnlySpan<int> CodesAt(int row)
    {
        RequireRow(row);
        return _codes.AsSpan(_offsets[row].._offsets[row + 1]);
    }

    /// <summary>Gets the texts of a row's set in the order of <see cref="Values"/>; default where it is missing.</summary>
    /// <param name="row">0 to <see cref="Column.Count"/> - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public ImmutableArray<string> this[int row]
    {
        get
        {
            if (IsMissing(row))
            {
                return default;
            }

            ReadOnlySpan<int> codes = CodesAt(row);
            var texts = ImmutableArray.CreateBuilder<string>(codes.Length);
            foreach (int code in codes)
            {
                texts.Add(Values[code]);
            }

            return texts.MoveToImmutable();
        }
    }
}
