using FsCheck;
using FsCheck.Fluent;
using UserOps.Models.Portraits;

namespace UserOps.Models.Tests.Portraits;

public class TargetGroupIndexModelTests
{
    private static readonly TargetGroupIndexModel Model = new();

    [Theory] // target share | base share | index to base 100
    [InlineData(0.75, 0.5, 150)]
    [InlineData(0, 0.5, 0)]
    [InlineData(0.3, 0.3, 100)]
    public void OfShares_Shares_GivesTheirRatio(double target, double whole, double index)
    {
        Assert.Equal(index, Model.OfShares(target, whole).Value!.Value, 1e-12);
        Assert.Equal(index / 100, new TargetGroupIndexModel(new() { Scale = IndexScale.One }).OfShares(target, whole).Value!.Value, 1e-14);
    }

    [Fact]
    public void OfShares_WhatIsNoShare_IsRefused()
    {
        Assert.Equal(UndefinedReason.ZeroBase, Model.OfShares(0, 0).Undefined);
        Assert.Equal("targetShare", Assert.Throws<ArgumentOutOfRangeException>(() => Model.OfShares(double.NaN, 0.5)).ParamName);
        Assert.Equal("baseShare", Assert.Throws<ArgumentOutOfRangeException>(() => Model.OfShares(0.5, 1.1)).ParamName);
    }

    [Theory] // the four counts | the argument to blame
    [InlineData(-1, 1, 1, 1, "targetWith")]
    [InlineData(0, -1, 1, 1, "targetTotal")]
    [InlineData(60, 50, 2000, 1000, "targetWith")]
    [InlineData(1, 2, 5, 4, "baseWith")]
    [InlineData(0, 5, 0, 4, "targetTotal")]
    [InlineData(3, 4, 2, 10, "targetWith")]
    [InlineData(0, 4, 8, 10, "targetTotal")] // 4 without in the target, 2 in the base
    public void Counts_ThatCannotBe_BlameTheFirstInOrder(long x, long n, long y, long total, string argument) =>
        Assert.Equal(argument, Assert.Throws<ArgumentOutOfRangeException>(() => new TargetGroupCounts(x, n, y, total)).ParamName);

    [Theory] // the four counts | the reason, in the order in which they are tested
    [InlineData(0, 0, 0, 0, UndefinedReason.EmptyTarget)]
    [InlineData(0, 0, 1, 2, UndefinedReason.EmptyTarget)]
    [InlineData(0, 2, 0, 5, UndefinedReason.ZeroBase)]
    public void OfCounts_WithoutAnIndex_SaysWhy(long x, long n, long y, long total, UndefinedReason reason)
    {
        TargetGroupIndex index = Model.OfCounts(new(x, n, y, total));
        Assert.Equal(reason, index.Index.Undefined);
        Assert.Equal(reason, index.Interval.Undefined);
    }

    [Theory] // users of the target with the feature | small below 30
    [InlineData(29, true)]
    [InlineData(30, false)]
    public void OfCounts_SmallCount_IsFlagged(long x, bool isSmall) => Assert.Equal(isSmall, Model.OfCounts(new(x, 100, 100, 1000)).IsSmall);

    [Fact]
    public void OfCounts_TargetThatIsTheWholeBase_IsAverageWithoutSpread()
    {
        TargetGroupIndex index = Model.OfCounts(new(7, 13, 7, 13));
        Assert.Equal(100, index.Index.Value);
        Assert.Equal(new Interval(100, 100), index.Interval.Value);
    }

    /// <summary>The error of the logarithm against the variance of ln(x/n) - ln(y/N) taken step by step from two independent binomials.</summary>
    [Fact]
    public void OfCounts_StandardError_IsThatOfNumericalDerivatives()
    {
        var gen = from n in Gen.Choose(2, 200) from others in Gen.Choose(1, 500) from x in Gen.Choose(1, n) from z in Gen.Choose(0, others) select (n, others, x, z);
        Prop.ForAll(gen.ToArbitrary(), given =>
        {
            (int n, int others, int x, int z) = given;
            double w = (double)n / (n + others), p1 = (double)x / n, p0 = (double)z / others;
            double Log(double inside, double outside) => Math.Log(inside / (w * inside + (1 - w) * outside));
            const double H = 1e-6;
            double d1 = (Log(p1 + H, p0) - Log(p1 - H, p0)) / (2 * H);
            double d0 = (Log(p1, p0 + H) - Log(p1, p0 - H)) / (2 * H);
            double variance = d1 * d1 * p1 * (1 - p1) / n + d0 * d0 * p0 * (1 - p0) / others;
            double error = Model.OfCounts(new(x, n, x + z, n + others)).StandardErrorLog.Value!.Value;
            Assert.InRange(error, Math.Sqrt(variance) * (1 - 1e-4) - 1e-6, Math.Sqrt(variance) * (1 + 1e-4) + 1e-6);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Evaluate_AnyColumn_IsThatOfCountingUserByUser() =>
        Prop.ForAll(PortraitUser.Many.ToArbitrary(), users =>
        {
            UserOpsDataset data = PortraitUser.Dataset(users);
            UserSet target = PortraitUser.Targets(data, users);
            foreach (Field field in data.Users.Columns.Select(column => column.Field).Where(field => field.Name is "city" or "topics" or "married"))
            {
                TargetGroupTable table = Model.Evaluate(data, field, target, UserSet.Everyone(data.Directory), new() { MaxDegreeOfParallelism = 1 + users.Length % 4 });
                PortraitUser[] known = [.. users.Where(user => user.ValuesOf(field.Name) is not null)];
                Assert.Equal(users.Length - known.Length, table.BaseMissing);
                Assert.Equal(users.Count(user => user.Targeted) - known.Count(user => user.Targeted), table.TargetMissing);
                var expected = known.SelectMany(user => user.ValuesOf(field.Name)!).Distinct()
                    .Select(value => new TargetGroupCount(
                        value, known.Count(user => user.Targeted && user.ValuesOf(field.Name)!.Contains(value)), known.Count(user => user.ValuesOf(field.Name)!.Contains(value))))
                    .OrderByDescending(row => row.Base).ThenBy(row => row.Value, StringComparer.Ordinal);
                Assert.Equal(expected, table.Rows);
                AssertMean(table);
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Evaluate_SeveralValuesPerUser_HasAMeanThatIsNotTheAverage()
    {
        PortraitUser[] users = [One("a", ["x", "y"], true), One("b", ["x"], false)];
        UserOpsDataset data = PortraitUser.Dataset(users);
        TargetGroupTable table = Model.Evaluate(data, PortraitUser.TopicsField, PortraitUser.Targets(data, users), UserSet.Everyone(data.Directory));
        Assert.True(table.IsMultiValued);
        Assert.Equal(200, table.WeightedMean.Value); // both values, over one user of the target
        Assert.Equal(200, table.IndexOf("y").Index.Value);
    }

    [Fact]
    public void Evaluate_Labels_IsThatOfTheColumnTheyCameFrom()
    {
        PortraitUser[] users = [.. Enumerable.Range(0, 200).Select(i => PortraitUser.Of(i * 7919, i))];
        UserOpsDataset data = PortraitUser.Dataset(users);
        UserSet target = PortraitUser.Targets(data, users);
        UserSet everyone = UserSet.Everyone(data.Directory);
        string?[] labels = [.. users.Select(user => user.City)];
        Assert.Equal(Model.Evaluate(data, PortraitUser.CityField, target, everyone), Model.Evaluate("city", labels, target, everyone));
        Assert.Throws<ArgumentException>(() => Model.Evaluate("city", labels[1..], target, everyone));
    }

    [Fact]
    public void Evaluate_ManyUsersOnManyThreads_IsTheSame()
    {
        PortraitUser[] users = [.. Enumerable.Range(0, 200_000).Select(i => PortraitUser.Of(i, i))]; // several parts of 65,536 users
        UserOpsDataset data = PortraitUser.Dataset(users);
        UserSet target = PortraitUser.Targets(data, users);
        TargetGroupTable[] tables = [.. Enumerable.Range(1, 8).Select(threads =>
            Model.Evaluate(data, PortraitUser.TopicsField, target, UserSet.Everyone(data.Directory), new() { MaxDegreeOfParallelism = threads }))];
        Assert.All(tables, table => Assert.Equal(tables[0], table));
        Assert.Equal(users.Count(user => user.Topics?.Contains("fund") == true), tables[0].IndexOf("fund").Counts.BaseWith);
    }

    [Fact]
    public void Evaluate_AnAudience_TellsItsUncertainUsers()
    {
        PortraitUser[] users = [One("a", ["x"], true) with { City = "Xian" }, One("b", [], true) with { City = "Beijing" }, One("c", null, true)];
        UserOpsDataset data = PortraitUser.Dataset(users);
        Audience audience = new SegmentModel(PortraitUser.CityField.Is("Xian")).Evaluate(data, new() { AsOf = DateTimeOffset.UnixEpoch, Zone = TimeZoneInfo.Utc });
        TargetGroupTable table = Model.Evaluate(data, PortraitUser.TopicsField, audience);
        Assert.Equal((1, 1, 3, 1), (table.TargetUsers, table.TargetUncertain, table.BaseUsers, table.BaseMissing));
        Assert.Equal([new TargetGroupCount("x", 1, 1)], table.Rows.AsEnumerable());
        Assert.Equal(0, table.IndexOf(null).Index.Value); // nobody of the target lacks a set, a third of the base does
        Assert.Throws<ArgumentException>(() => table.IndexOf("z"));
    }

    [Fact]
    public void Evaluate_WhatCannotBe_IsRefused()
    {
        UserOpsDataset data = PortraitUser.Dataset(One("a", [], true), One("b", [], true));
        UserSet everyone = UserSet.Everyone(data.Directory);
        UserSet a = UserSet.Of(data.Directory, ["a"]);
        Assert.Contains("1 users of the target are not in the base", Assert.Throws<ArgumentException>(() => Model.Evaluate(data, PortraitUser.CityField, everyone, a)).Message, StringComparison.Ordinal);
        Assert.Equal("unknownField", Assert.Throws<InvalidDefinitionException>(() => Model.Evaluate(data, Field.Category("x"), a, everyone)).Issues[0].Code);
        Assert.Equal("typeMismatch", Assert.Throws<InvalidDefinitionException>(() => Model.Evaluate(data, PortraitUser.ScoreField, a, everyone)).Issues[0].Code);
        Assert.Equal("typeMismatch", Assert.Throws<InvalidDefinitionException>(() => Model.Evaluate(data, Field.Set("city"), a, everyone)).Issues[0].Code);
        var refused = Assert.Throws<InvalidDefinitionException>(() => new TargetGroupIndexModel(new() { Scale = (IndexScale)5, ConfidenceLevel = 1, SmallCount = -1 }));
        Assert.Equal(["unknownValue /scale", "shareOutOfRange /confidenceLevel", "negativeValue /smallCount"], refused.Issues.Select(issue => $"{issue.Code} {issue.Path}"));
    }

    [Fact]
    public void OfTable_RowsThatCannotBe_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Model.OfTable("f", [new("a", 2, 1)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Model.OfTable("f", [new("a", -1, 1)]));
        Assert.Throws<ArgumentException>(() => Model.OfTable("f", [new("a", 1, 1), new("a", 1, 1)]));
        Assert.Equal(UndefinedReason.EmptyTarget, Model.OfTable("f", []).WeightedMean.Undefined);
    }

    [Fact]
    public void Merge_OfShards_IsTheWhole() =>
        Prop.ForAll(PortraitUser.Many.ToArbitrary(), users =>
        {
            PortraitUser[][] shards = [users, [.. users.Where((_, i) => i % 3 == 0)], [.. users.Where((_, i) => i % 3 != 0)]];
            TargetGroupTable[] tables = [.. shards.Select(shard =>
            {
                UserOpsDataset data = PortraitUser.Dataset(shard);
                return Model.Evaluate(data, PortraitUser.TopicsField, PortraitUser.Targets(data, shard), UserSet.Everyone(data.Directory));
            })];
            Assert.Equal(tables[0], TargetGroupTable.Merge(tables[1], tables[2]));
            Assert.Equal(tables[0], UserOpsJson.Deserialize<TargetGroupTable>(UserOpsJson.Serialize(tables[0])));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Merge_OfDifferentQuestions_IsRefused() =>
        Assert.Throws<ArgumentException>(() => TargetGroupTable.Merge(Model.OfTable("f", []), Model.OfTable("g", [])));

    private static void AssertMean(TargetGroupTable table)
    {
        double mean = table.Indices.Where(row => row.Value is not null && row.Result.Index.Value is not null)
            .Sum(row => row.Result.Counts.BaseShare.Value!.Value * row.Result.Index.Value!.Value);
        if (table.WeightedMean.Value is { } given)
        {
            Assert.Equal(mean, given, 1e-9);
            Assert.True(table.IsMultiValued || given == 100);
        }
        else
        {
            Assert.Equal(table.TargetUsers, table.TargetMissing);
        }
    }

    private static PortraitUser One(string id, string[]? topics, bool targeted) => new(id, null, topics, null, null, null, null, null, targeted);
}
