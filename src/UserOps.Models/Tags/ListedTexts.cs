using System.Collections.Immutable;

namespace UserOps.Models.Tags;

/// <summary>Texts in the order in which a definition lists them; a user whose text is not listed is refused.</summary>
internal static class ListedTexts
{
    internal static TagColumn Of(TagDefinition tag, TagColumn column, CategoryColumn texts)
    {
        ImmutableArray<string> listed = [.. tag.Values.Select(label => label.Value)];
        ImmutableArray<int> codeOf = [.. texts.Values.Select(text => listed.IndexOf(text, StringComparer.Ordinal))];
        var codes = new int[texts.Count];
        var refused = new ulong[BitKernels.WordsFor(texts.Count)];
        for (int row = 0; row < codes.Length; row++)
        {
            int code = texts.CodeAt(row);
            codes[row] = code < 0 ? -1 : codeOf[code];
            refused[row >> 6] |= RowKernels.Bit(code >= 0 && codes[row] < 0) << row;
        }

        CategoryColumn values = TagColumnValues.OfCodes(tag.Id, codes, listed);
        return new(tag.Id, column.Directory, values, column.Times, column.Uncertain, column.Refused.Union(new(column.Directory, refused)));
    }

    internal static TagColumn Of(TagDefinition tag, TagColumn column, SetColumn sets)
    {
        ImmutableArray<bool> isListed = [.. sets.Values.Select(text => tag.Values.Any(label => label.Value == text))];
        var refused = new ulong[BitKernels.WordsFor(sets.Count)];
        for (int row = 0; row < sets.Count; row++)
        {
            foreach (int code in sets.CodesAt(row))
            {
                refused[row >> 6] |= RowKernels.Bit(!isListed[code]) << row;
            }
        }

        var strangers = new UserSet(column.Directory, refused);
        return strangers.Count == 0
            ? column
            : new(tag.Id, column.Directory, ColumnBits.Kept(sets, strangers.Complement()), column.Times, column.Uncertain, column.Refused.Union(strangers));
    }
}
