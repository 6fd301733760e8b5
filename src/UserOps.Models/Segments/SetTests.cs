namespace UserOps.Models;

/// <summary>Binds containsAny, containsAll and containsNone to a column of sets.</summary>
internal static class SetTests
{
    internal static RowTest Of(MembershipRule rule, SetColumn column)
    {
        var wanted = new ulong[BitKernels.WordsFor(column.Values.Length)];
        var texts = rule.Values.Select(value => value.Text!).ToHashSet(StringComparer.Ordinal);
        int found = 0;
        for (int code = 0; code < column.Values.Length; code++)
        {
            if (texts.Contains(column.Values[code]))
            {
                wanted[code >> 6] |= 1UL << code;
                found++;
            }
        }

        return rule is ContainsAll ? All(column, wanted, texts.Count, found) : Any(column, wanted, found).Complement(rule is ContainsNone);
    }

    private static RowTest Any(SetColumn column, ulong[] wanted, int found)
        => RowTest.Of(found == 0 ? null : new SetScan(column, wanted, 1), column);

    private static RowTest All(SetColumn column, ulong[] wanted, int asked, int found)
        => asked == 0 ? RowTest.Of(null, column).Complement() // every known set holds all of nothing
        : RowTest.Of(found < asked ? null : new SetScan(column, wanted, asked), column);
}
