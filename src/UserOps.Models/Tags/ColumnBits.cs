namespace UserOps.Models.Tags;

/// <summary>Between columns of users and sets of users.</summary>
internal static class ColumnBits
{
    internal static UserSet WithoutValue(UserDirectory directory, Column values)
        => values.MissingCount == 0 ? UserSet.None(directory) : new UserSet(directory, values.Present.ToArray()).Complement();

    /// <summary>Makes a column of true, false and missing; the sets have nobody in common and belong to one directory.</summary>
    internal static FlagColumn Flags(string tag, UserSet members, UserSet unknown)
        => new(Field.Flag(TagDefaults.FieldPrefix + tag), members.Directory.Count, members.Words.ToArray(), unknown.Count == 0 ? null : unknown.Complement().Words.ToArray());

    /// <summary>Makes the column in which only some users keep their value, of as many users as there are.</summary>
    /// <param name="column">Of these users, or of the first ones of them.</param>
    /// <param name="kept">Who keeps a value.</param>
    internal static Column Kept(Column column, UserSet kept)
    {
        if (column is SetColumn sets)
        {
            return KeptSets(sets, kept);
        }

        var rows = new int[kept.Directory.Count];
        for (int ordinal = 0; ordinal < rows.Length; ordinal++)
        {
            rows[ordinal] = ordinal < column.Count && kept.Contains(ordinal) ? ordinal : -1;
        }

        return GatheredColumn.Of(column, rows);
    }

    private static SetColumn KeptSets(SetColumn column, UserSet kept)
    {
        var offsets = new int[kept.Directory.Count + 1];
        var codes = new List<int>();
        var present = new ulong[BitKernels.WordsFor(kept.Directory.Count)];
        for (int ordinal = 0; ordinal < kept.Directory.Count; ordinal++)
        {
            if (ordinal < column.Count && kept.Contains(ordinal) && !column.IsMissing(ordinal))
            {
                codes.AddRange(column.CodesAt(ordinal));
                present[ordinal >> 6] |= 1UL << ordinal;
            }

            offsets[ordinal + 1] = codes.Count;
        }

        return new(column.Field, offsets, [.. codes], column.Values, present);
    }
}
