using FsCheck;
using FsCheck.Fluent;
using UserOps.Models.Portraits;

namespace UserOps.Models.Tests.Portraits;

public class AudienceProfileModelTests
{
    private static readonly AudienceProfileModel Model = new();

    [Fact]
    public void Evaluate_AnyUsers_IsThatOfCountingUserByUser() =>
        Prop.ForAll(PortraitUser.Many.ToArbitrary(), users =>
        {
            UserOpsDataset data = PortraitUser.Dataset(users);
            PortraitUser[] members = [.. users.Where(user => user.Targeted)];
            AudienceProfile profile = Model.Evaluate(data, PortraitUser.Targets(data, users), new() { MaxDegreeOfParallelism = 1 + users.Length % 4 });
            Assert.Equal(members.Length, profile.Summary.Members);
            foreach (FieldDistribution distribution in profile.Summary.Distributions)
            {
                PortraitUser[] known = [.. members.Where(user => user.ValuesOf(distribution.Field) is not null)];
                Assert.Equal((known.Length, members.Length - known.Length), (distribution.Known, distribution.Missing));
                Assert.Equal(
                    known.SelectMany(user => user.ValuesOf(distribution.Field)!).GroupBy(value => value).Select(same => new PortraitCount(same.Key, same.Count()))
                        .OrderByDescending(value => value.Count).ThenBy(value => value.Value, StringComparer.Ordinal),
                    distribution.Values);
            }

            AssertNumbers([.. members.Where(user => user.Score is not null).Select(user => user.Score!.Value).Order()], profile.Numbers.Single());
            AssertAmounts([.. members.Where(user => user.Assets is not null).Select(user => user.Assets!.Value).Order()], profile.Amounts.Single());
            AssertDates([.. members.Where(user => user.Born is not null).Select(user => user.Born!.Value).Order()], profile.Dates.Single());
            AssertDates([.. members.Where(user => user.Seen is not null).Select(user => user.Seen!.Value).Order()], profile.Instants.Single());
            Assert.Equal(profile, UserOpsJson.Deserialize<AudienceProfile>(UserOpsJson.Serialize(profile)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Merge_OfShards_IsTheWhole() =>
        Prop.ForAll(PortraitUser.Many.ToArbitrary(), users =>
        {
            PortraitUser[][] shards = [users, [.. users.Where((_, i) => i % 3 == 0)], [.. users.Where((_, i) => i % 3 != 0)]];
            AudienceProfileSummary[] summaries = [.. shards.Select(shard =>
            {
                UserOpsDataset data = PortraitUser.Dataset(shard);
                return Model.Evaluate(data, PortraitUser.Targets(data, shard)).Summary;
            })];
            Assert.Equal(summaries[0], AudienceProfileSummary.Merge(summaries[1], summaries[2]));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Evaluate_UsersInAnotherOrder_IsTheSame()
    {
        PortraitUser[] users = [.. Enumerable.Range(0, 500).Select(i => PortraitUser.Of(i * 7919, i) with { Score = Math.Sqrt(i) })];
        UserOpsDataset data = PortraitUser.Dataset(users);
        UserOpsDataset reversed = PortraitUser.Dataset(users.Reverse());
        Assert.Equal(Model.Evaluate(data, PortraitUser.Targets(data, users)), Model.Evaluate(reversed, PortraitUser.Targets(reversed, users)));
    }

    [Fact]
    public void Evaluate_Shares_AreOfThoseWhoseValueIsKnown()
    {
        PortraitUser[] users = [.. new[] { "Xian", "Xian", "Beijing", null }.Select((city, i) => PortraitUser.Of(0, i) with { City = city })];
        UserOpsDataset data = PortraitUser.Dataset(users);
        FieldDistribution city = Model.Evaluate(data, UserSet.Everyone(data.Directory)).Summary.Distributions.Single(one => one.Field == "city");
        Assert.Equal(new Ratio(2, 3), city.ShareOf("Xian"));
        Assert.Equal(new Ratio(0, 3), city.ShareOf("Chengdu"));
        Assert.Equal(new Ratio(1, 4), city.MissingShare);
    }

    [Fact]
    public void Evaluate_AnAudience_TellsItsUncertainUsers()
    {
        PortraitUser[] users = [.. new[] { "Xian", "Beijing", null }.Select((city, i) => PortraitUser.Of(0, i) with { City = city })];
        UserOpsDataset data = PortraitUser.Dataset(users);
        Audience audience = new SegmentModel(PortraitUser.CityField.Is("Xian")).Evaluate(data, new() { AsOf = DateTimeOffset.UnixEpoch, Zone = TimeZoneInfo.Utc });
        AudienceProfileSummary summary = Model.Evaluate(data, audience).Summary;
        Assert.Equal((1, 1), (summary.Members, summary.Uncertain));
    }

    [Fact]
    public void Evaluate_NamedColumns_AreThoseInTheirOrder()
    {
        UserOpsDataset data = PortraitUser.Dataset(PortraitUser.Of(1, 1));
        AudienceProfile profile = new AudienceProfileModel(new() { Fields = ["married", "city"] }).Evaluate(data, UserSet.Everyone(data.Directory));
        Assert.Equal(["married", "city"], profile.Summary.Distributions.Select(one => one.Field));
        Assert.Empty(profile.Numbers);
        var refused = Assert.Throws<InvalidDefinitionException>(() => new AudienceProfileModel(new() { Fields = ["x", "city", "y"] }).Evaluate(data, UserSet.Everyone(data.Directory)));
        Assert.Equal(["/fields/0", "/fields/2"], refused.Issues.Select(issue => issue.Path));
    }

    [Fact]
    public void Model_DefinitionThatCannotBe_ListsEveryFault()
    {
        var refused = Assert.Throws<InvalidDefinitionException>(() => new AudienceProfileModel(new()
        {
            Fields = ["a", " ", "a"],
            Probabilities = [0.5m, 0.5m, 1.5m],
            Quantile = 0,
        }));
        Assert.Equal(
            ["nameMissing /fields/1", "duplicateName /fields/2", "notRising /probabilities/1", "shareOutOfRange /probabilities/2", "unknownValue /quantile"],
            refused.Issues.Select(issue => $"{issue.Code} {issue.Path}"));
    }

    private static void AssertNumbers(double[] sorted, NumberProfile profile)
    {
        Assert.Equal(sorted.Length, profile.Known);
        Assert.Equal(sorted.Length == 0 ? null : sorted.Average(), profile.Mean.Value);
        Assert.Equal(sorted.Length == 0 ? null : sorted[0], profile.Minimum.Value);
        Assert.Equal(sorted.Length == 0 ? null : sorted[^1], profile.Maximum.Value);
        Assert.Equal(sorted.Length == 0 ? [] : new[] { 0.25, 0.5, 0.75 }.Select(p => AtR7(sorted, p)), profile.Quantiles.Select(one => one.Value));
    }

    private static void AssertAmounts(decimal[] sorted, AmountProfile profile)
    {
        Assert.Equal(sorted.Length, profile.Total.Known);
        Assert.Equal(sorted.Sum(), profile.Total.Sum);
        Assert.Equal(sorted.Length == 0 ? null : sorted.Average(), profile.Total.Mean.Value);
        Assert.Equal(sorted.Length == 0 ? null : sorted[0], profile.Total.Minimum.Value);
        Assert.Equal(sorted.Length == 0 ? null : sorted[^1], profile.Total.Maximum.Value);
        Assert.Equal(
            sorted.Length == 0 ? [] : new[] { 0.25, 0.5, 0.75 }.Select(p => AtR7([.. sorted.Select(value => (double)value)], p)),
            profile.Quantiles.Select(one => (double)one.Value));
    }

    private static void AssertDates<T>(T[] sorted, TimeProfile<T> profile)
        where T : struct
    {
        Assert.Equal(sorted.Length, profile.Known);
        Assert.Equal(sorted.Length == 0 ? null : sorted[0], profile.Earliest.Value);
        Assert.Equal(sorted.Length == 0 ? null : sorted[(sorted.Length - 1) / 2], profile.Median.Value);
        Assert.Equal(sorted.Length == 0 ? null : sorted[^1], profile.Latest.Value);
    }

    // Quarters of few-digit numbers: exact in doubles, so equal to the bit.
    private static double AtR7(double[] sorted, double p)
    {
        double position = (sorted.Length - 1) * p;
        int low = (int)position;
        return low + 1 == sorted.Length ? sorted[low] : sorted[low] * (1 - (position - low)) + sorted[low + 1] * (position - low);
    }
}
