using FsCheck;
using FsCheck.Fluent;
using UserOps.Models.Portraits;

namespace UserOps.Models.Tests.Portraits;

public class SegmentationGridTests
{
    [Fact]
    public void Evaluate_AnyDivisions_IsThatOfCountingUserByUser() =>
        Prop.ForAll(PortraitUser.Many.Where(users => users.Any(user => user.City is not null) && users.Any(user => user.Topics is { Length: > 0 })).ToArbitrary(), users =>
        {
            UserOpsDataset data = PortraitUser.Dataset(users);
            SegmentationGridResult result = SegmentationGridModel.Evaluate(
                UserSet.Everyone(data.Directory),
                Segmentation.Of(data, PortraitUser.CityField),
                Segmentation.Of(data, PortraitUser.TopicsField),
                new Segmentation("target", ("yes", PortraitUser.Targets(data, users))));
            Assert.All(result.Grid.Cells, cell =>
            {
                PortraitUser[] expected = [.. users.Where(user => user.City == cell.Segments[0]
                    && (cell.Segments[1] is { } topic ? user.Topics?.Contains(topic) == true : user.Topics is not { Length: > 0 })
                    && user.Targeted == (cell.Segments[2] is not null))];
                Assert.Equal(expected.Length, cell.Count);
                Assert.Equal(cell.Count, result.Grid.CountOf([.. cell.Segments]));
                Assert.Equal(expected.Select(user => user.Id), result.UsersOf([.. cell.Segments]).Ids().Select(id => id.ToString()));
            });
            Assert.Equal(result.Grid, UserOpsJson.Deserialize<SegmentationGrid>(UserOpsJson.Serialize(result.Grid)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Grid_OfDisjointDivisions_AddsUpAndGivesShares()
    {
        SegmentationGrid grid = Grid(["a", "a", "b", null, "a"], ["x", "y", "x", "x", null]);
        Assert.True(grid.IsDisjoint);
        Assert.Equal(grid.Users, grid.Counts.Sum());
        Assert.Equal(["a", "a", "a", "b", "b", "b", null, null, null], grid.Cells.Select(cell => cell.Segments[0]));
        Assert.Equal([1L, 1, 1, 1, 0, 0, 1, 0, 0], grid.Counts.AsEnumerable());
        Assert.Equal(new Ratio(1, 3), grid.ShareWithin(0, "a", "x"));
        Assert.Equal(new Ratio(1, 3), grid.ShareWithin(1, "b", "x"));
        Assert.Equal(new Ratio(1, 1), grid.ShareWithin(0, null, "x"));
        Assert.Equal(5, grid.SparseCells().Length);
        Assert.Empty(grid.SparseCells(1));
    }

    [Fact]
    public void Grid_OfOverlappingSegments_SaysSo()
    {
        UserOpsDataset data = PortraitUser.Dataset(PortraitUser.Of(0, 0), PortraitUser.Of(0, 1));
        UserSet everyone = UserSet.Everyone(data.Directory);
        var both = new Segmentation("both", ("one", everyone), ("two", everyone));
        SegmentationGrid grid = SegmentationGridModel.Evaluate(everyone, both, new Segmentation("all", ("all", everyone))).Grid;
        Assert.False(both.IsDisjoint);
        Assert.False(grid.IsDisjoint);
        Assert.Equal(4, grid.Counts.Sum());
    }

    [Fact] // the empty text is a value; and what overlaps outside the users who are divided does not overlap among them
    public void Grid_OfSomeUsers_SpeaksOfThem()
    {
        CategoryField city = Field.Category("city");
        UserOpsDataset data = new UserOpsDatasetBuilder().AddUsers(["", "b", "b"], map => map.User(_ => Guid.NewGuid()).With(city, value => value)).Build();
        UserSet all = UserSet.Everyone(data.Directory);
        UserSet first = UserSet.Of(data.Directory, [data.Directory[0]]);
        Segmentation cities = Segmentation.Of(data, city);
        Assert.Equal(["", "b"], cities.Segments.Select(segment => segment.Name).Order(StringComparer.Ordinal));

        var overlapping = new Segmentation("lists", [("one", all), ("other", all.Except(first))]);
        Assert.False(overlapping.IsDisjoint);
        Assert.True(SegmentationGridModel.Evaluate(first, [overlapping, cities]).Grid.Dimensions[0].IsDisjoint);
        Assert.False(SegmentationGridModel.Evaluate(all, [overlapping, cities]).Grid.Dimensions[0].IsDisjoint);
    }

    [Fact]
    public void Merge_OfShards_IsTheWhole()
    {
        string?[] rows = ["a", "a", "b", null, "c", "b"], columns = ["x", "y", "y", "x", null, "z"];
        SegmentationGrid whole = Grid(rows, columns);
        SegmentationGrid merged = SegmentationGrid.Merge(Grid(rows[..3], columns[..3]), Grid(rows[3..], columns[3..])); // the first shard has no c and no z
        Assert.Equal(whole, merged);
        SegmentationGrid other = SegmentationGrid.Merge(Grid(rows[3..], columns[3..]), Grid(rows[..3], columns[..3]));
        Assert.All(whole.Cells, cell => Assert.Equal(cell.Count, other.CountOf([.. cell.Segments])));
        Assert.Equal(whole.Counts.Length, other.Counts.Length);
    }

    [Fact]
    public void Merge_OfDifferentDivisions_IsRefused()
    {
        SegmentationGrid grid = Grid(["a"], ["x"]);
        SegmentationGrid renamed = grid with { Dimensions = [grid.Dimensions[0] with { Name = "other" }, grid.Dimensions[1]] };
        Assert.Throws<ArgumentException>(() => SegmentationGrid.Merge(grid, renamed));
    }

    [Fact]
    public void Grid_ThatCannotBe_IsRefused()
    {
        UserOpsDataset data = PortraitUser.Dataset(PortraitUser.Of(0, 0));
        UserSet everyone = UserSet.Everyone(data.Directory);
        var all = new Segmentation("all", ("all", everyone));
        Assert.Throws<ArgumentException>(() => SegmentationGridModel.Evaluate(everyone, all));
        Assert.Throws<ArgumentException>(() => SegmentationGridModel.Evaluate(everyone, all, all));
        Assert.Throws<ArgumentException>(() => new Segmentation("none"));
        Assert.Throws<ArgumentException>(() => new Segmentation("twice", ("x", everyone), ("x", everyone)));
        Assert.Throws<ArgumentException>(() => new Segmentation(" ", ("x", everyone)));
        var many = new Segmentation("many", [.. Enumerable.Range(0, 400).Select(i => ($"{i}", everyone))]);
        var more = new Segmentation("more", [.. Enumerable.Range(0, 400).Select(i => ($"{i}", everyone))]);
        Assert.Contains("100000 cells", Assert.Throws<ArgumentException>(() => SegmentationGridModel.Evaluate(everyone, many, more)).Message, StringComparison.Ordinal);
        SegmentationGrid grid = SegmentationGridModel.Evaluate(everyone, all, new Segmentation("other", ("x", everyone))).Grid;
        Assert.Throws<ArgumentException>(() => grid.CountOf("all"));
        Assert.Throws<ArgumentException>(() => grid.CountOf("all", "y"));
        Assert.Throws<ArgumentOutOfRangeException>(() => grid.ShareWithin(2, "all", "x"));
    }

    internal static SegmentationGrid Grid(string?[] rows, string?[] columns)
    {
        UserOpsDataset data = PortraitUser.Dataset([.. rows.Select((_, i) => PortraitUser.Of(0, i))]);
        return SegmentationGridModel.Evaluate(
            UserSet.Everyone(data.Directory), Segmentation.Of("rows", rows, data.Directory), Segmentation.Of("columns", columns, data.Directory)).Grid;
    }
}
