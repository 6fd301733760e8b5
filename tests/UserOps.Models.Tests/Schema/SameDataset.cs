using Shouldly;

namespace UserOps.Models.Tests.Schema;

/// <summary>Compares datasets table by table, value by value.</summary>
internal static class SameDataset
{
    public static void ShouldBeEqual(UserOpsDataset actual, UserOpsDataset expected)
    {
        Enumerable.Range(0, actual.Directory.Count).Select(i => actual.Directory[i])
            .ShouldBe(Enumerable.Range(0, expected.Directory.Count).Select(i => expected.Directory[i]));
        actual.Events.Offsets.ToArray().ShouldBe(expected.Events.Offsets.ToArray());
        actual.Events.UtcTicks.ToArray().ShouldBe(expected.Events.UtcTicks.ToArray());
        actual.Events.Names.ShouldBe(expected.Events.Names);
        actual.Events.NarrowCodes.ToArray().ShouldBe(expected.Events.NarrowCodes.ToArray());
        actual.Events.ContentRows.ToArray().ShouldBe(expected.Events.ContentRows.ToArray());
        actual.Events.UsersWithTies.ToArray().ShouldBe(expected.Events.UsersWithTies.ToArray());
        ShouldBeEqual(actual.Events.Columns, expected.Events.Columns);
        ShouldBeEqual(actual.Users.Columns, expected.Users.Columns);
        ShouldBeEqual(actual.Contents.Columns, expected.Contents.Columns);
        actual.Users.RowCount.ShouldBe(expected.Users.RowCount);
        actual.Ingest.Users.ShouldBe(expected.Ingest.Users);
        actual.Ingest.Events.ShouldBe(expected.Ingest.Events);
        actual.Ingest.Contents.ShouldBe(expected.Ingest.Contents);
        actual.Ingest.Issues.Select(issue => (issue.Table, issue.Code, issue.Count))
            .ShouldBe(expected.Ingest.Issues.Select(issue => (issue.Table, issue.Code, issue.Count)));
    }

    private static void ShouldBeEqual(ColumnSet actual, ColumnSet expected)
    {
        actual.Select(column => column.Field).ShouldBe(expected.Select(column => column.Field));
        foreach ((Column left, Column right) in actual.Zip(expected))
        {
            Texts(left).ShouldBe(Texts(right));
            left.MissingCount.ShouldBe(right.MissingCount);
        }
    }

    private static string?[] Texts(Column column) => [.. Enumerable.Range(0, column.Count).Select(row => column switch
    {
        CategoryColumn category => $"{category.CodeAt(row)} {category[row]}",
        NumberColumn number => number[row]?.ToString(System.Globalization.CultureInfo.InvariantCulture),
        FlagColumn flag => flag[row]?.ToString(),
        SetColumn set => set.IsMissing(row) ? null : string.Join('|', set[row]),
        _ => throw new InvalidOperationException(column.Field.Name),
    })];
}
