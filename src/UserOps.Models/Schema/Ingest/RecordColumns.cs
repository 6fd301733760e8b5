using System.Data;

namespace UserOps.Models;

/// <summary>The columns of a reader, by name.</summary>
internal sealed class RecordColumns(IDataRecord header)
{
    private readonly string[] _names = [.. Enumerable.Range(0, header.FieldCount).Select(header.GetName)];

    /// <summary>Finds the position of a column.</summary>
    /// <exception cref="MissingColumnException">There is none of that name, in this or another case.</exception>
    internal int PositionOf(string name)
    {
        int position = Array.IndexOf(_names, name);
        if (position < 0)
        {
            position = Array.FindIndex(_names, known => string.Equals(known, name, StringComparison.OrdinalIgnoreCase));
        }

        if (position >= 0 && Array.LastIndexOf(_names, _names[position]) != position)
        {
            throw new ArgumentException($"The reader has two columns '{_names[position]}'; give one of them another name.");
        }

        return position >= 0 ? position : throw new MissingColumnException(name, [.. _names]);
    }
}
