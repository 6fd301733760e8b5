using FsCheck;
using FsCheck.Fluent;
using UserOps.Models.Tags;

namespace UserOps.Models.Tests.Tags;

public class TagQualityTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 31, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Run_OfAColumn_CountsValuesInOrder()
    {
        TagRun run = TagRun.Of(["b", null, "a", "b"]);
        Assert.Equal([new("a", 1), new("b", 2)], run.Values.AsEnumerable());
        Assert.Equal(new Ratio(3, 4), run.Coverage);
        Assert.Null(TagRun.Of([]).Coverage.Value);
        Assert.Equal(run, UserOpsJson.Deserialize<TagRun>(UserOpsJson.Serialize(run)));
    }

    [Fact]
    public void Run_MergeOfParts_IsTheWhole() =>
        Prop.ForAll(Gen.Elements("a", "b", null).ListOf().Two().ToArbitrary(), parts =>
            TagRun.Merge(TagRun.Of(parts.Item1), TagRun.Of(parts.Item2)).Equals(TagRun.Of(parts.Item1.Concat(parts.Item2)))).QuickCheckThrowOnFailure();

    [Fact]
    public void Stability_SharesThatMoved_AddTheirContributions()
    {
        TagStability stability = TagStability.Between(Run(0, ("a", 50), ("b", 50)), Run(9, ("a", 30), ("b", 20)));
        double a = (0.6 - 0.5) * Math.Log(0.6 / 0.5);
        double b = (0.4 - 0.5) * Math.Log(0.4 / 0.5);
        Assert.Equal(a, stability.Rows[0].Contribution.Value!.Value, 1e-12);
        Assert.Equal(a + b, stability.Index.Value!.Value, 1e-12);
    }

    [Fact]
    public void Stability_ValueInOneRunAlone_HasNoNumberAndIsNamed()
    {
        TagStability stability = TagStability.Between(Run(0, ("a", 50), ("b", 0)), Run(0, ("a", 40), ("c", 10), ("d", 0)));
        Assert.Equal(UndefinedReason.ZeroBase, stability.Index.Undefined);
        Assert.Equal(["a", "c"], stability.Rows.Select(row => row.Value!)); // b and d are in neither run
        Assert.Equal(UndefinedReason.ZeroBase, stability.Rows[1].Contribution.Undefined);
    }

    [Fact]
    public void Stability_Smoothed_HasANumberWhateverTheRuns()
    {
        TagStability stability = TagStability.Between(Run(0, ("a", 50)), Run(0, ("a", 40), ("c", 10)), new() { Smoothing = 0.5 });
        double p = 50.5 / 51, q = 40.5 / 51, r = 0.5 / 51, s = 10.5 / 51;
        Assert.Equal((q - p) * Math.Log(q / p) + (s - r) * Math.Log(s / r), stability.Index.Value!.Value, 1e-12);
    }

    [Fact]
    public void Stability_WithoutValueAsABin_SeesTheGap()
    {
        TagRun before = Run(10, ("a", 90));
        TagRun now = Run(40, ("a", 60));
        Assert.Equal(0, TagStability.Between(before, now).Index.Value);
        TagStability seen = TagStability.Between(before, now, new() { CountsWithoutValue = true });
        Assert.Null(seen.Rows[^1].Value);
        Assert.Equal((0.6 - 0.9) * Math.Log(0.6 / 0.9) + (0.4 - 0.1) * Math.Log(0.4 / 0.1), seen.Index.Value!.Value, 1e-12);
    }

    [Fact]
    public void Stability_OverAnEmptyRun_HasNoNumber() =>
        Assert.Equal(UndefinedReason.EmptyPopulation, TagStability.Between(Run(3), Run(0, ("a", 1)), new() { Smoothing = 1 }).Index.Undefined);

    [Fact]
    public void Stability_BothWays_IsTheSameAndNeverNegative() =>
        Prop.ForAll(Gen.Elements("a", "b", "c").NonEmptyListOf().Two().ToArbitrary(), runs =>
        {
            var options = new TagStabilityOptions { Smoothing = 1 };
            double there = TagStability.Between(TagRun.Of(runs.Item1), TagRun.Of(runs.Item2), options).Index.Value!.Value;
            double back = TagStability.Between(TagRun.Of(runs.Item2), TagRun.Of(runs.Item1), options).Index.Value!.Value;
            Assert.Equal(there, back, 1e-12);
            Assert.True(there >= 0);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Stability_RunsThatCannotBe_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => TagStability.Between(Run(0, ("a", 1), ("a", 2)), Run(0)));
        Assert.Throws<ArgumentException>(() => TagStability.Between(Run(0), Run(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => TagStability.Between(Run(0), Run(0), new() { Smoothing = 0 }));
    }

    [Fact]
    public void Freshness_Ages_AreMeasuredToAsOf()
    {
        TagFreshness freshness = TagFreshness.Of([Noon.AddDays(-4), Noon.AddDays(1), Noon, Noon.AddDays(-2)], Noon, TimeSpan.FromDays(2));
        Assert.Equal(3, freshness.Assignments);
        Assert.Equal(1, freshness.AfterAsOf);
        Assert.Equal(new Ratio(2, 3), freshness.WithinLimit);
        Assert.Equal(TimeSpan.Zero, freshness.Youngest.Value);
        Assert.Equal(TimeSpan.FromDays(2), freshness.Median.Value);
        Assert.Equal(TimeSpan.FromDays(3.6), freshness.NinthDecile.Value);
        Assert.Equal(TimeSpan.FromDays(4), freshness.Oldest.Value);
    }

    [Fact]
    public void Freshness_OfNothing_HasNoNumber()
    {
        TagFreshness freshness = TagFreshness.Of([], Noon);
        Assert.Equal(UndefinedReason.EmptyPopulation, freshness.Median.Undefined);
        Assert.Null(freshness.WithinLimit);
        Assert.Throws<ArgumentOutOfRangeException>(() => TagFreshness.Of([], Noon, TimeSpan.FromTicks(-1)));
    }

    [Fact]
    public void Accuracy_OfASample_CountsEveryPair()
    {
        TagAccuracy accuracy = TagAccuracy.Of(TagJudgment.Of(
            ["f", "f", "f", "m", "m", null, "x"],
            ["f", "m", null, "m", "m", "f", "f"]));
        Assert.Equal(new Ratio(3, 5), accuracy.Accuracy);
        Assert.Equal(new Ratio(5, 6), accuracy.Coverage);
        Assert.Equal(["f>f 1", "f>m 1", "f> 1", "m>m 2", "x>f 1"], accuracy.Confusion.Select(pair => $"{pair.Actual}>{pair.Predicted} {pair.Count}"));
        Assert.Equal(
            [new("f", new(1, 2), new(1, 3)), new("m", new(2, 3), new(2, 2)), new("x", new(0, 0), new(0, 1))],
            accuracy.Values.AsEnumerable());
    }

    [Fact]
    public void Accuracy_MergeOfParts_IsTheWhole()
    {
        var judgment = from actual in Gen.Elements("a", "b") from given in Gen.Elements("a", "b", null) select new TagJudgment(actual, given);
        Prop.ForAll(judgment.ListOf().Two().ToArbitrary(), parts =>
            TagAccuracy.Merge(TagAccuracy.Of(parts.Item1), TagAccuracy.Of(parts.Item2)).Equals(TagAccuracy.Of(parts.Item1.Concat(parts.Item2)))).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Quality_ThroughJson_IsEqual()
    {
        var quality = new TagQuality
        {
            TagId = "gender",
            Coverage = new(3, 4),
            Freshness = TagFreshness.Of([Noon], Noon, TimeSpan.FromDays(1)),
            Stability = TagStability.Between(Run(1, ("a", 2)), Run(1, ("b", 2)), new() { CountsWithoutValue = true }),
            Accuracy = TagAccuracy.Of([new("a", "a"), new("a", null)]),
        };
        Assert.Equal(quality, UserOpsJson.Deserialize<TagQuality>(UserOpsJson.Serialize(quality)));
    }

    private static TagRun Run(long without, params (string Value, long Count)[] values) =>
        new() { Values = [.. values.Select(value => new TagValueCount(value.Value, value.Count))], WithoutValue = without };
}
