using System.Collections.Immutable;
using System.Globalization;
using System.Numerics.Tensors;

namespace UserOps.Models;

/// <summary>A ready column of sets of texts: the codes of all rows end to end.</summary>
internal sealed class ReadySets(
    SetField field, ReadOnlyMemory<int> offsets, ReadOnlyMemory<int> codes, ImmutableArray<string> texts, ReadOnlyMemory<bool> present)
    : ReadyColumn(field, offsets.Length - 1)
{
    private readonly RowFault _fault = new();

    /// <summary>Refuses offsets and codes that point nowhere.</summary>
    internal void RequireWhole()
    {
        if (texts.IsDefault || texts.Contains(null!))
        {
            throw new ArgumentException($"A text of '{Field.Name}' is null.");
        }

        RequireOffsets(offsets.Span);
        ReadOnlySpan<int> given = codes.Span;
        if (!given.IsEmpty && (TensorPrimitives.Min(given) < 0 || TensorPrimitives.Max(given) >= texts.Length))
        {
            int code = TensorPrimitives.Min(given) < 0 ? TensorPrimitives.Min(given) : TensorPrimitives.Max(given);
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"'{Field.Name}' has code {code}, but there are {texts.Length} texts."));
        }
    }

    internal override bool IsClean() => true;

    internal override void AddTo(ColumnBuffer buffer)
    {
        var sets = (ColumnBuffer<IEnumerable<string>?>)buffer;
        for (int row = 0; row < Count; row++)
        {
            sets.TryAdd(SetOf(row), Field.Name, _fault);
        }
    }

    internal override void AddTo(EventMap<int> map) => map.Add(Field, new LambdaReader<int, IEnumerable<string>?>(Field.Name, SetOf));

    private string[]? SetOf(int row)
    {
        if (!present.IsEmpty && !present.Span[row])
        {
            return null;
        }

        ReadOnlySpan<int> of = codes.Span[offsets.Span[row]..offsets.Span[row + 1]];
        var set = new string[of.Length];
        for (int i = 0; i < set.Length; i++)
        {
            set[i] = texts[of[i]];
        }

        return set;
    }

    private void RequireOffsets(ReadOnlySpan<int> from)
    {
        int last = 0;
        foreach (int offset in from)
        {
            if (offset < last || offset > codes.Length)
            {
                throw new ArgumentException(
                    string.Create(CultureInfo.InvariantCulture, $"Offset {offset} of '{Field.Name}' lies before another or beyond its {codes.Length} codes."));
            }

            last = offset;
        }
    }
}
