using UserOps.Models.Rfm;

namespace UserOps.Models.Tests.Rfm;

public class RfmSegmentModelTests
{
    private static readonly LocalizedText Name = new("名", "name");

    [Fact]
    public void Default_LeavesNoCellOut_AndReachesEveryName()
    {
        RfmSegmentCoverage coverage = new RfmSegmentModel().Coverage;
        Assert.Equal(125, coverage.Cells);
        Assert.Empty(coverage.Uncovered);
        Assert.Empty(coverage.NeverReached);
        Assert.Equal(new RfmSegmentOverlap("lost", "hibernating", 5), Assert.Single(coverage.Overlaps));
        Assert.Equal(125, coverage.Segments.Sum(segment => segment.Won));
    }

    [Fact]
    public void CommonTable_Overlaps_AreVisible()
    {
        RfmSegmentCoverage coverage = new RfmSegmentModel(RfmSegmentTables.CommonFrequencyMonetary).Coverage;
        Assert.Equal(["new", "promising", "cannot-lose", "lost"], coverage.NeverReached.AsEnumerable());
        Assert.Empty(coverage.Uncovered);
        Assert.Contains(new("at-risk", "cannot-lose", 6), coverage.Overlaps); // R 1 and F + M of 8, 9 or 10: whoever could be lost least is at risk
        Assert.Contains(new("champions", "loyal", 12), coverage.Overlaps);
        Assert.Equal(new("champions", 12, 12), coverage.Segments[0]);
        Assert.Equal(new("cannot-lose", 6, 0), coverage.Segments[8]);
        Assert.Equal(21, coverage.Overlaps.Length); // of 55 pairs
    }

    [Fact]
    public void Tables_AreWhatTheCasesSay()
    {
        foreach (RfmSegmentTable table in RfmSegmentTables.All)
        {
            var model = new RfmSegmentModel(table);
            Assert.Equal(11, model.Segments.Length);
            Assert.All(model.Segments, segment => Assert.True(segment.Name is { Zh.Length: > 0, En.Length: > 0 }));
            Assert.Equal(11, model.Segments.Select(segment => segment.Name.Zh).Distinct().Count());
            Assert.Equal(table, UserOpsJson.Deserialize<RfmSegmentTable>(UserOpsJson.Serialize(table)));
        }

        Assert.Equal("loyal", new RfmSegmentModel(RfmSegmentTables.CommonFrequencyMonetary).SegmentOf(new(2, 4, 4))?.Id);
        Assert.Equal("at-risk", new RfmSegmentModel().SegmentOf(new(2, 4, 4))?.Id);
    }

    [Fact]
    public void SegmentOf_Cell_IsTheFirstThatClaimsIt()
    {
        RfmSegmentTable table = Table(2, Segment("recent", recency: new(2, 2)), Segment("both", recency: new(2, 9), mean: new(1.5m, 2)), Segment("rich", money: new(2, 2)));
        var model = new RfmSegmentModel(table with { Else = Segment("others") });
        Assert.Equal("recent", model.SegmentOf(new(2, 2, 2))?.Id);
        Assert.Equal("rich", model.SegmentOf(new(1, 1, 2))?.Id);
        Assert.Equal("others", model.SegmentOf(new(1, 2, 1))?.Id);
        Assert.Null(new RfmSegmentModel(table).SegmentOf(new(1, 2, 1)));
        RfmSegmentCoverage coverage = model.Coverage;
        Assert.Equal([new("recent", 4, 4), new("both", 3, 0), new("rich", 4, 2), new("others", 2, 2)], coverage.Segments.AsEnumerable());
        Assert.Equal([new("recent", "both", 3), new("recent", "rich", 2), new("both", "rich", 2)], coverage.Overlaps.AsEnumerable());
        Assert.Equal(["both"], coverage.NeverReached.AsEnumerable());
        Assert.Equal(["111", "121"], coverage.Uncovered.Select(cell => cell.Code));
        Assert.Equal(coverage, UserOpsJson.Deserialize<RfmSegmentCoverage>(UserOpsJson.Serialize(coverage)));
        Assert.NotEqual(coverage, new RfmSegmentModel(table).Coverage);
    }

    [Fact]
    public void Coverage_OfTenScores_CountsAThousandCells()
    {
        RfmSegmentCoverage coverage = new RfmSegmentModel(Table(10, Segment("top", recency: new(10, 10)), Segment("half", recency: new(6, 10)))).Coverage;
        Assert.Equal((1_000, 500), (coverage.Cells, coverage.Uncovered.Length));
        Assert.Equal([new("top", 100, 100), new("half", 500, 400)], coverage.Segments.AsEnumerable());
        Assert.Equal("1-1-10", coverage.Uncovered[9].Code);
    }

    [Fact]
    public void SegmentOf_ScoreTheTableDoesNotHave_IsRefused()
    {
        var model = new RfmSegmentModel();
        Assert.StartsWith("A score of this table is 1 to 5.", Assert.Throws<ArgumentOutOfRangeException>(() => model.SegmentOf(new(1, 6, 1))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => model.SegmentOf(default));
    }

    [Fact]
    public void Model_WrongTable_ListsEveryFault()
    {
        RfmSegmentTable table = Table(11, Segment("a", recency: new(3, 2)), null!, Segment("a"), Segment(" ") with { Name = null! }) with { Id = "", Version = 0, Else = Segment("b", recency: new(1, 1)) };
        Assert.Equal(
            [
                "/id idMissing", "/version versionOutOfRange", "/bins binsOutOfRange", "/segments/0/recency rangeReversed", "/segments/1 missingMember",
                "/segments/2/id duplicateId", "/segments/3/id idMissing", "/segments/3/name/zh textMissing", "/segments/3/name/en textMissing", "/else unknownMember",
            ],
            Assert.Throws<InvalidDefinitionException>(() => new RfmSegmentModel(table)).Issues.Select(issue => $"{issue.Path} {issue.Code}"));
        Assert.Equal("There are 0 segments; there are 1 to 100.", Assert.Single(Assert.Throws<InvalidDefinitionException>(() => new RfmSegmentModel(Table(5))).Issues).Message);
    }

    private static RfmSegmentTable Table(int bins, params RfmSegment[] segments) => new() { Id = "table", Version = 1, Bins = bins, Segments = [.. segments] };

    private static RfmSegment Segment(string id, RfmScoreRange? recency = null, RfmScoreRange? money = null, RfmScoreRange? mean = null)
        => new() { Id = id, Name = Name, Recency = recency, Monetary = money, FrequencyMonetary = mean };
}
