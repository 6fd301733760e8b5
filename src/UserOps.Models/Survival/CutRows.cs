namespace UserOps.Models.Survival;

/// <summary>Sorted rows cut by the code of each, every part still in its order.</summary>
internal sealed class CutRows
{
    private readonly ulong[] _keys;
    private readonly int[] _rows;
    private readonly int[] _starts;

    private CutRows(ulong[] keys, int[] rows, int[] starts)
    {
        _keys = keys;
        _rows = rows;
        _starts = starts;
    }

    /// <summary>Gets the rows of a code.</summary>
    internal RowSpan this[int code] => new(_keys.AsSpan(_starts[code].._starts[code + 1]), _rows.AsSpan(_starts[code].._starts[code + 1]));

    /// <summary>Cuts rows.</summary>
    /// <param name="sorted">The rows in order.</param>
    /// <param name="codes">Shape [rows of the table]; 0 to <paramref name="count"/> - 1.</param>
    /// <param name="count">The number of codes.</param>
    internal static CutRows Of(SortedRows sorted, ReadOnlySpan<int> codes, int count)
    {
        var starts = new int[count + 1];
        foreach (int code in codes)
        {
            starts[code + 1]++;
        }

        for (int code = 0; code < count; code++)
        {
            starts[code + 1] += starts[code];
        }

        int[] next = [.. starts];
        var keys = new ulong[codes.Length];
        var rows = new int[codes.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            int row = sorted.Rows[i];
            int place = next[codes[row]]++;
            keys[place] = sorted.Keys[i];
            rows[place] = row;
        }

        return new(keys, rows, starts);
    }
}
