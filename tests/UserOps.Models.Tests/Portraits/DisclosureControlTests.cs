using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using UserOps.Models.Portraits;

namespace UserOps.Models.Tests.Portraits;

public class DisclosureControlTests
{
    [Theory] // k | counts of a b c d and of the missing | what is shown of them, '?' hidden
    [InlineData(5, "100,50,3,20;0", "100 50 ? ?;0")] // the smallest other one hides what the total would give away
    [InlineData(5, "100,50,3,2;0", "100 50 ? ?;0")]
    [InlineData(5, "100,50,2,2;0", "100 ? ? ?;0")] // two and two are four: fewer than five together
    [InlineData(5, "100,50,0,20;0", "100 50 0 20;0")] // nobody is no group
    [InlineData(1, "100,1,2,3;1", "100 1 2 3;1")]
    [InlineData(5, "100,50,7,6;0", "100 50 7 6;0")]
    [InlineData(5, "1,1,1,1;0", "? ? ? ?;0")]
    public void Apply_Distribution_HidesSmallGroupsAndOneMore(int k, string given, string expected)
    {
        long[] values = [.. given.Split(';')[0].Split(',').Select(long.Parse)];
        var distribution = new FieldDistribution
        {
            Field = "f",
            Known = values.Sum(),
            Missing = long.Parse(given.Split(';')[1]),
            Values = [.. values.Select((count, i) => new PortraitCount($"{(char)('a' + i)}", count))],
        };
        DisclosedDistribution shown = new DisclosureControl(k).Apply(distribution);
        Assert.Equal(expected, string.Join(' ', shown.Values.Select(value => Text(value.Count))) + ";" + Text(shown.Missing));
    }

    [Fact]
    public void Apply_FewWithoutValue_HidesTheKnownTotalToo()
    {
        var distribution = new FieldDistribution { Field = "f", Known = 50, Missing = 2, Values = [new("a", 30), new("b", 20)] };
        DisclosedDistribution shown = new DisclosureControl(5).Apply(distribution);
        Assert.True(shown.Missing.IsHidden && shown.Known.IsHidden); // 52 - 50 would be 2
        Assert.Equal(1, shown.Values.Count(value => value.Count.IsHidden)); // and so would be 30 + 20
    }

    [Fact]
    public void DisclosedCount_Hidden_IsNeverZero()
    {
        Assert.Equal("hidden", default(DisclosedCount).ToString());
        Assert.Null(default(DisclosedCount).Value);
        Assert.Equal("0", new DisclosedCount(0).ToString());
    }

    /// <summary>Whoever knows all that is shown and that counts are not negative still sees two or more values for every hidden count.</summary>
    [Fact]
    public void Apply_AnySmallGrid_LeavesEveryHiddenCountOpen()
    {
        var gen = from rows in Gen.Elements("a", "b", null).ArrayOf(14) from columns in Gen.Elements("x", "y", null).ArrayOf(14) select (rows, columns);
        Prop.ForAll(gen.Where(given => given.rows.Any(row => row is not null) && given.columns.Any(column => column is not null)).ToArbitrary(), given =>
        {
            SegmentationGrid grid = SegmentationGridTests.Grid(given.rows, given.columns);
            DisclosedGrid shown = new DisclosureControl(3).Apply(grid);
            Assert.All(shown.Cells.Zip(grid.Counts), pair =>
            {
                Assert.True(pair.First.IsHidden || pair.First.Value == pair.Second);
                Assert.True(pair.First.IsHidden || pair.Second is 0 or >= 3);
            });
            Assert.All(Enumerable.Range(0, grid.Counts.Length).Where(cell => shown.Cells[cell].IsHidden), cell => Assert.True(IsOpen(grid, shown, cell)));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Apply_ManyDimensions_ChecksEveryMargin()
    {
        PortraitUser[] users = [.. Enumerable.Range(0, 300).Select(i => PortraitUser.Of(i * 7919, i))];
        UserOpsDataset data = PortraitUser.Dataset(users);
        SegmentationGrid grid = SegmentationGridModel.Evaluate(
            UserSet.Everyone(data.Directory), Segmentation.Of(data, PortraitUser.CityField), Segmentation.Of(data, PortraitUser.MarriedField),
            new Segmentation("target", ("yes", PortraitUser.Targets(data, users)))).Grid;
        DisclosedGrid shown = new DisclosureControl(12).Apply(grid);
        Assert.Contains(shown.Cells, cell => cell.IsHidden);
        for (int d = 0; d < 3; d++)
        {
            for (int bucket = 0; bucket < shown.Dimensions[d].Length; bucket++)
            {
                int[] cells = [.. Enumerable.Range(0, grid.Counts.Length).Where(cell => grid.BucketsOf(cell)[d] == bucket)];
                long hidden = cells.Where(cell => shown.Cells[cell].IsHidden).Sum(cell => grid.Counts[cell]);
                Assert.True(shown.Dimensions[d][bucket].IsHidden || hidden is 0 or >= 12);
                Assert.True(shown.Dimensions[d][bucket].IsHidden || cells.Count(cell => shown.Cells[cell].IsHidden) != 1);
            }
        }
    }

    [Fact]
    public void Apply_Profile_ShowsMeansOfEnoughUsersAlone()
    {
        PortraitUser[] users = [.. Enumerable.Range(0, 20).Select(i => PortraitUser.Of(0, i) with { Score = i < 3 ? 1 : null, Assets = i < 10 ? 2m : null })];
        UserOpsDataset data = PortraitUser.Dataset(users);
        DisclosedProfile shown = new DisclosureControl(5).Apply(new AudienceProfileModel().Evaluate(data, UserSet.Everyone(data.Directory)));
        Assert.Equal(20, shown.Members.Value);
        Assert.Equal(new DisclosedMean<double>("score", default, null), shown.Numbers.Single());
        Assert.Equal(new DisclosedMean<decimal>("assets", new(10), 2m), shown.Amounts.Single());
    }

    [Fact]
    public void Apply_TargetGroupTable_GuardsTheRestOfTheBase()
    {
        TargetGroupTable table = new TargetGroupIndexModel().OfTable("f", [new("a", 40, 200), new("b", 99, 100), new("c", 60, 500), new("d", 2, 90)]);
        DisclosedTargetGroupTable shown = new DisclosureControl(5).Apply(table);
        ImmutableArray<DisclosedTargetGroupRow> rows = shown.Rows;
        Assert.Equal(["a", "b", "c", "d"], rows.Select(row => row.Value!));
        Assert.True(rows[1].Target.IsHidden || rows[1].Base.IsHidden); // one user of b is outside the target
        Assert.True(rows[3].Target.IsHidden);
        Assert.Null(rows[3].Result);
        Assert.All(rows.Where(row => row.Result is not null), row => Assert.False(row.Target.IsHidden || row.Base.IsHidden));
        Assert.Equal(201, shown.TargetUsers.Value);
        Assert.All(new DisclosureControl(1).Apply(table).Rows, row => Assert.NotNull(row.Result));
    }

    [Fact]
    public void Control_SizeBelowOne_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => new DisclosureControl(0));

    private static string Text(DisclosedCount count) => count.IsHidden ? "?" : $"{count.Value}";

    /// <summary>Looks for another grid that shows the same: one step along a cycle of hidden counts, by search over small moves of all hidden counts.</summary>
    private static bool IsOpen(SegmentationGrid grid, DisclosedGrid shown, int cell)
    {
        int width = grid.Dimensions[1].Segments.Length + 1;
        int height = grid.Dimensions[0].Segments.Length + 1;
        int[] hidden = [.. Enumerable.Range(0, grid.Counts.Length).Where(one => shown.Cells[one].IsHidden)];
        var moves = new int[hidden.Length];
        return Search(0);

        bool Search(int at)
        {
            if (at == hidden.Length)
            {
                return moves[Array.IndexOf(hidden, cell)] != 0 && KeepsTotals();
            }

            for (int move = -1; move <= 1; move++)
            {
                moves[at] = move;
                if (Search(at + 1))
                {
                    return true;
                }
            }

            moves[at] = 0;
            return false;
        }

        bool KeepsTotals()
        {
            var rows = new int[height];
            var columns = new int[width];
            for (int i = 0; i < hidden.Length; i++)
            {
                rows[hidden[i] / width] += moves[i];
                columns[hidden[i] % width] += moves[i];
            }

            return Keeps(rows, shown.Dimensions[0]) && Keeps(columns, shown.Dimensions[1]);
        }

        static bool Keeps(int[] sums, ImmutableArray<DisclosedCount> totals)
            => sums.Zip(totals).All(pair => pair.Second.IsHidden || pair.First == 0) && (totals.Any(total => total.IsHidden) || sums.Sum() == 0);
    }
}
