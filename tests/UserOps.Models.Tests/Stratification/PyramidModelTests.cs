using System.Globalization;
using UserOps.Models.Stratification;

namespace UserOps.Models.Tests.Stratification;

public class PyramidModelTests
{
    private static readonly PyramidDefinition Low10High20 = Of(PyramidBasis.Thresholds, "low=10 high=20");

    [Theory] // users | basis, tiers and ties | who is where, in the order of the tiers; '|' ends a tier, unassigned last
    [InlineData("a=10 b=19.99 c=20 d=9.9999 e=", PyramidBasis.Thresholds, "low=10 high=20", PyramidTies.ById, "a b|c|d e")]
    [InlineData("a=-5 b=-10", PyramidBasis.Thresholds, "debt=-10 credit=0", PyramidTies.ById, "a b||")]
    [InlineData("a=1 b=2 c=2 d=2 e=5", PyramidBasis.UserShares, "top=0.4 rest=1", PyramidTies.ById, "b e|a c d|")]
    [InlineData("a=1 b=2 c=2 d=2 e=5", PyramidBasis.UserShares, "top=0.4 rest=1", PyramidTies.Together, "b c d e|a|")]
    [InlineData("a=1 b=2 c=2 d=2 e=5", PyramidBasis.UserShares, "top=0.3 next=0.5", PyramidTies.ById, "b e|c|a d")] // ceil(1.5) = 2, ceil(2.5) = 3
    [InlineData("a=1 b=2 c=2 d=2 e=5", PyramidBasis.UserShares, "one=0.2 two=0.4 three=0.6", PyramidTies.Together, "e|b c d||a")] // the tie skips a tier
    [InlineData("a=7 x= y=", PyramidBasis.UserShares, "top=0.01 rest=1", PyramidTies.ById, "a||x y")]
    [InlineData("a=-7 b=-8", PyramidBasis.UserShares, "top=0.5 rest=1", PyramidTies.ById, "a|b|")]
    [InlineData("a=50 b=30 c=10 d=6 e=4", PyramidBasis.ValueShares, "A=0.8 B=0.95 C=1", PyramidTies.ById, "a b|c d|e|")]
    [InlineData("a=50 b=30 c=20 d=0", PyramidBasis.ValueShares, "A=0.8 B=0.95 C=1", PyramidTies.ById, "a b|c|d|")] // nothing is before 1 but what is left
    [InlineData("a=50 b=30 c=20 d=0", PyramidBasis.ValueShares, "A=0.8 B=0.95", PyramidTies.ById, "a b|c|d")]
    [InlineData("d=25 c=25 b=25 a=25", PyramidBasis.ValueShares, "A=0.5 C=1", PyramidTies.ById, "a b|c d|")]
    [InlineData("d=25 c=25 b=25 a=25", PyramidBasis.ValueShares, "A=0.5 C=1", PyramidTies.Together, "a b c d||")]
    [InlineData("a=0 b=0", PyramidBasis.ValueShares, "A=0.8 C=1", PyramidTies.ById, "||a b")] // no value to share
    [InlineData("", PyramidBasis.UserShares, "top=0.5 rest=1", PyramidTies.Together, "||")]
    public void Evaluate_Users_ComeIntoTiers(string users, PyramidBasis basis, string tiers, PyramidTies ties, string expected)
    {
        PyramidDefinition definition = Of(basis, tiers) with { Ties = ties };
        UserAmounts values = Amounts.Of(users);
        PyramidResult result = new PyramidModel(definition).Evaluate(values);
        string[] found = [.. definition.Tiers.Select(tier => Amounts.Text(result.Users.In(tier.Id))), Amounts.Text(result.Users.Unassigned)];
        Assert.Equal(expected, string.Join('|', found));
        Assert.Equal(result.Users.Unassigned.Count, result.Summary.Unassigned);
        Assert.Equal(definition.Tiers.Select(tier => (long)result.Users.In(tier.Id).Count), result.Summary.Strata.Select(stratum => stratum.Users));
        Assert.All(UserSet.Everyone(values.Directory).Ids(), id => Assert.Equal(definition.Tiers.FirstOrDefault(tier => result.Users.In(tier.Id).Contains(id))?.Id, result.Users.TierOf(id)));
    }

    [Fact]
    public void Evaluate_Summary_HasExactSums()
    {
        PyramidSummary summary = new PyramidModel(Low10High20 with { Currency = "CNY" }).Evaluate(Amounts.Of("a=10.10 b=15 c=64.90 d=10 e= f=0", "CNY")).Summary;
        Assert.Equal(
            "low 3 35.1 10|high 1 64.9 64.9",
            string.Join('|', summary.Strata.Select(stratum => FormattableString.Invariant($"{stratum.Tier} {stratum.Users} {stratum.Value} {stratum.Minimum}"))));
        Assert.Equal((5, 1, 2, 100m, "CNY"), (summary.Users, summary.Missing, summary.Unassigned, summary.Total, summary.Currency));
        Assert.Equal((new Ratio(3, 5), 0.649), (summary.UserShare("low"), summary.ValueShare("high").Value));
        Assert.Equal(summary, UserOpsJson.Deserialize<PyramidSummary>(UserOpsJson.Serialize(summary)));
        Assert.NotEqual(summary, summary with { Strata = [summary.Strata[1], summary.Strata[0]] });
        Assert.Equal("The pyramid has no tier 'middle'. (Parameter 'tier')", Assert.Throws<ArgumentException>(() => summary.Of("middle")).Message);
    }

    [Theory] // users by thresholds 10 and 20 | whether counts do not rise upwards
    [InlineData("a=10 b=11 c=20", true)]
    [InlineData("a=10 c=20", true)]
    [InlineData("a=10 b=20 c=20", false)]
    [InlineData("", true)]
    public void IsPyramid_Counts_DoNotRiseUpwards(string users, bool expected)
    {
        PyramidResult result = new PyramidModel(Low10High20).Evaluate(Amounts.Of(users));
        Assert.Equal(expected, result.IsPyramid);
    }

    [Fact]
    public void IsPyramid_Shares_AreReadFromTheTopDown()
    {
        UserAmounts users = Amounts.Of("a=1 b=2 c=3 d=4 e=5");
        Assert.True(new PyramidModel(Of(PyramidBasis.UserShares, "top=0.2 rest=1")).Evaluate(users).IsPyramid);
        Assert.False(new PyramidModel(Of(PyramidBasis.UserShares, "top=0.8 rest=1")).Evaluate(users).IsPyramid);
    }

    [Theory] // share of the top tier among 4 users, two of them equal | who is in it, rounded up | rounded down
    [InlineData("0.2", PyramidTies.ById, "d", "")]
    [InlineData("0.25", PyramidTies.ById, "d", "d")]
    [InlineData("0.4", PyramidTies.ById, "b d", "d")]
    [InlineData("0.5", PyramidTies.ById, "b d", "b d")]
    [InlineData("0.74", PyramidTies.ById, "b c d", "b d")]
    [InlineData("0.2", PyramidTies.Together, "d", "")]
    [InlineData("0.4", PyramidTies.Together, "b c d", "d")]
    [InlineData("0.5", PyramidTies.Together, "b c d", "b c d")]
    [InlineData("1", PyramidTies.ById, "a b c d", "a b c d")]
    public void Evaluate_ShareThatIsNoWholeNumberOfUsers_IsRoundedAsNamed(string share, PyramidTies ties, string up, string down)
    {
        PyramidDefinition top = Of(PyramidBasis.UserShares, $"top={share}") with { Ties = ties };
        Assert.Equal((up, down), (Top(PyramidRounding.Up), Top(PyramidRounding.Down)));

        string Top(PyramidRounding rounding) => string.Join(' ', new PyramidModel(top with { Rounding = rounding }).Evaluate(Amounts.Of("a=1 b=2 c=2 d=5")).Users.In("top").Ids());
    }

    [Fact]
    public void Undefined_NoPositiveTotal_IsSaidWhy()
    {
        Assert.Equal(UndefinedReason.EmptyPopulation, Total("a="));
        Assert.Equal(UndefinedReason.ZeroBase, Total("a=-1 b=1"));
        Assert.Equal(UndefinedReason.NegativeBase, Total("a=-1 b=0"));
        Assert.Null(Total("a=-1 b=2"));

        static UndefinedReason? Total(string users)
        {
            PyramidSummary summary = new PyramidModel(Low10High20).Evaluate(Amounts.Of(users)).Summary;
            Assert.Equal(summary.Undefined, summary.ValueShare("low").Undefined);
            return summary.Undefined;
        }
    }

    [Fact]
    public void Merge_Shards_GiveTheWhole()
    {
        var model = new PyramidModel(Low10High20);
        UserAmounts all = Amounts.Of("a=10.5 b=15 c=64.9 d=10 e= f=0 g=-0.001");
        PyramidSummary whole = model.Evaluate(all).Summary;
        foreach (string shard in (string[])["", "a", "a c f", "a b c d e f g"])
        {
            UserSet part = UserSet.Of(all.Directory, shard.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => (UserId)id));
            PyramidSummary merged = PyramidSummary.Merge(model.Evaluate(all.Only(part)).Summary, model.Evaluate(all.Only(part.Complement())).Summary);
            Assert.Equal(whole, merged);
        }
    }

    [Fact]
    public void Merge_OtherQuestions_AreRefused()
    {
        PyramidSummary one = new PyramidModel(Low10High20).Evaluate(Amounts.Of("a=10")).Summary;
        PyramidSummary ranked = new PyramidModel(StratificationPresets.CustomerPyramid).Evaluate(Amounts.Of("a=10")).Summary;
        Refused("The summaries answer different definitions; they cannot be added up. (Parameter 'b')", one, ranked);
        Refused("The summaries are in different currencies; they cannot be added up. (Parameter 'b')", one, one with { Currency = "CNY" });
        Refused("The values of the summaries come from different columns, events or instants; they cannot be added up. (Parameter 'b')", one, one with { Source = new() { Field = "assets" } });
        Refused("The summaries have different parts; they cannot be added up. (Parameter 'b')", one, one with { Strata = [one.Strata[0]] });
        Refused("Tiers by shares compare all users with each other; let every shard use the thresholds of one pyramid (ToThresholds). (Parameter 'b')", ranked, ranked);

        static void Refused(string message, PyramidSummary a, PyramidSummary b)
            => Assert.Equal(message, Assert.Throws<ArgumentException>(() => PyramidSummary.Merge(a, b)).Message);
    }

    [Theory] // users by the top 40% and the rest | thresholds
    [InlineData("a=1 b=2 c=3 d=4 e=5", "rest=1 top=4")]
    [InlineData("a=1 b=2 c=2 d=2 e=5", "rest=1 top=2")]
    [InlineData("a=2 b=2 c=2", "top=2")] // nobody would be in the rest
    [InlineData("a=7", "top=7")]
    public void ToThresholds_Ranks_BecomeValues(string users, string expected)
    {
        PyramidResult result = new PyramidModel(Of(PyramidBasis.UserShares, "top=0.4 rest=1")).Evaluate(Amounts.Of(users, "CNY"));
        PyramidDefinition thresholds = result.Summary.ToThresholds();
        Assert.Equal(expected, string.Join(' ', thresholds.Tiers.Select(tier => FormattableString.Invariant($"{tier.Id}={tier.Bound}"))));
        Assert.Equal((PyramidBasis.Thresholds, "CNY"), (thresholds.Basis, thresholds.Currency));
        Assert.Same(thresholds, new PyramidModel(thresholds).Evaluate(Amounts.Of(users, "CNY")).Summary.ToThresholds());
        Assert.Equal(0, new PyramidModel(thresholds).Evaluate(Amounts.Of(users, "CNY")).Summary.Unassigned);
    }

    [Fact]
    public void Summary_OfSums_CarriesTheirSourceThroughJson()
    {
        UserOpsDataset data = UserOpsDataset.FromEvents([("ann", 5m)], map => map.User(row => row.Item1).At(_ => DateTimeOffset.UnixEpoch).Name(_ => "pay").With(Amounts.Money, row => row.Item2));
        EvaluationContext context = EvaluationContext.AtEndOf(new(1970, 1, 1), TimeZoneInfo.Utc);
        UserAmounts spend = UserAmounts.SumOf(data, "pay", Amounts.Money, context, new DateOnly(1970, 1, 1));
        PyramidSummary summary = new PyramidModel(Low10High20).Evaluate(spend).Summary;
        Assert.Equal((spend.Source, context), (summary.Source, summary.Source!.Context));
        Assert.Equal(summary, UserOpsJson.Deserialize<PyramidSummary>(UserOpsJson.Serialize(summary)));
        Assert.Equal(spend.Source, new ParetoModel().Evaluate(spend).Summary.Source);
        Assert.Equal(spend.Source, new LorenzModel().Evaluate(spend).Source);
        Assert.Equal(spend.Source, new WhaleCurveModel().Evaluate(spend).Summary.Source);
    }

    [Fact]
    public void ToThresholds_Nobody_IsRefused()
        => Assert.Throws<InvalidOperationException>(() => new PyramidModel(StratificationPresets.CustomerPyramid).Evaluate(Amounts.Of("a=")).Summary.ToThresholds());

    [Theory] // user | tier, rank, margin above its bound, next tier, missing to it
    [InlineData("a", "low 3 of 5, 5.5 above 10, 4.5 to high")]
    [InlineData("b", "high 1 of 5, 10 above 20, - to -")]
    [InlineData("c", "high 2 of 5, 0 above 20, - to -")]
    [InlineData("d", "- 5 of 5, - above -, 10 to low")]
    [InlineData("f", "low 4 of 5, 5.5 above 10, 4.5 to high")]
    [InlineData("e", "- - of 5, - above -, - to -")]
    public void Explain_Thresholds_TellsTheDistances(string user, string expected)
    {
        PyramidExplanation found = new PyramidModel(Low10High20).Evaluate(Amounts.Of("f=15.5 a=15.5 b=30 c=20 d=0 e=")).Users.Explain(user);
        Assert.Equal(expected, Text(found));
        Assert.Equal(found, UserOpsJson.Deserialize<PyramidExplanation>(UserOpsJson.Serialize(found)));
    }

    [Theory] // top 0.2, next 0.21, then up to 0.8: 'next' is empty
    [InlineData("a", "top 1 of 5, 0 above 9, - to -")]
    [InlineData("b", "most 2 of 5, 4 above 3, 2 to top")]
    [InlineData("d", "most 4 of 5, 0 above 3, 6 to top")]
    [InlineData("e", "- 5 of 5, - above -, 0 to most")] // only the id stands between
    public void Explain_Shares_BeginAtTheLowestValueOfATier(string user, string expected)
    {
        PyramidDefinition definition = Of(PyramidBasis.UserShares, "top=0.2 next=0.2000001 most=0.8");
        PyramidResult result = new PyramidModel(definition with { Tiers = [definition.Tiers[0], definition.Tiers[2]] }).Evaluate(Amounts.Of("e=3 d=3 c=4 b=7 a=9"));
        Assert.Equal(expected, Text(result.Users.Explain(user)));
    }

    [Fact]
    public void Explain_AnEmptyTierAbove_IsPassedOver()
    {
        PyramidResult result = new PyramidModel(Of(PyramidBasis.UserShares, "one=0.2 two=0.4 three=1") with { Ties = PyramidTies.Together }).Evaluate(Amounts.Of("a=9 b=9 c=1 d=1 e=1"));
        Assert.Equal(0, result.Summary.Of("two").Users);
        Assert.Equal("three 3 of 5, 0 above 1, 8 to one", Text(result.Users.Explain("c")));
        Assert.Throws<KeyNotFoundException>(() => result.Users.Explain("zoe"));
    }

    [Theory] // tiers | faults
    [InlineData("", "tierCount /tiers There are 0 tiers; a pyramid has 1 to 100.")]
    [InlineData("low=10 high=10", "notRising /tiers/1/bound The bound is 10, after 10; bounds rise strictly from tier to tier.")]
    [InlineData("low=10 low=5", "duplicateId /tiers/1/id There is already a tier 'low'.|notRising /tiers/1/bound The bound is 5, after 10; bounds rise strictly from tier to tier.")]
    [InlineData("=1", "idMissing /tiers/0/id A tier needs an id.|textMissing /tiers/0/name/zh The Chinese text is missing.|textMissing /tiers/0/name/en The English text is missing.")]
    public void New_TiersThatCannotBe_AreRefused(string tiers, string expected)
        => Assert.Equal(expected, Faults(Of(PyramidBasis.Thresholds, tiers)));

    [Fact]
    public void New_DefinitionsThatCannotBe_AreRefused()
    {
        Assert.Equal(
            "outOfRange /tiers/0/bound The share is 0; it is above 0 and at most 1.|outOfRange /tiers/1/bound The share is 1.5; it is above 0 and at most 1.",
            Faults(Of(PyramidBasis.UserShares, "a=0 b=1.5")));
        Assert.Equal(
            "idMissing /id A pyramid needs an id.|textMissing /name/en The English text is missing.|missingMember /tiers/0 There is no tier here.|unknownValue /basis 7 is no PyramidBasis."
            + "|unknownValue /ties 8 is no PyramidTies.|unknownValue /rounding 9 is no PyramidRounding.|badCurrency /currency 'yuan' is no ISO 4217 code: three capital letters.",
            Faults(Low10High20 with { Id = " ", Name = new("名", ""), Tiers = [null!], Basis = (PyramidBasis)7, Ties = (PyramidTies)8, Rounding = (PyramidRounding)9, Currency = "yuan" }));
        Assert.Equal("tierCount /tiers There are 0 tiers; a pyramid has 1 to 100.", Faults(Low10High20 with { Tiers = default }));
        Assert.Equal("tierCount /tiers There are 101 tiers; a pyramid has 1 to 100.", Faults(Low10High20 with { Tiers = [.. Enumerable.Repeat(Low10High20.Tiers[0], 101)] }));
        Assert.Throws<ArgumentNullException>(() => new PyramidModel(null!));
    }

    [Fact]
    public void Evaluate_AnotherCurrency_IsRefused()
    {
        Assert.Equal("The values are in USD, not in CNY.", Message("USD"));
        Assert.Equal("The values are plain quantities, not in CNY.", Message(null));

        static string Message(string? currency) => Assert.Single(
            Assert.Throws<InvalidDefinitionException>(() => new PyramidModel(StratificationPresets.AssetTiers).Evaluate(Amounts.Of("a=1", currency))).Issues).Message;
    }

    [Fact]
    public void Warnings_MoreThanSevenTiers_AreTold()
    {
        Assert.Empty(Low10High20.Warnings());
        Assert.Empty((Low10High20 with { Tiers = default }).Warnings());
        PyramidDefinition eight = Of(PyramidBasis.Thresholds, "a=1 b=2 c=3 d=4 e=5 f=6 g=7 h=8");
        Assert.Equal("/tiers: 8 strata are more than 7; each needs a strategy of its own.", Assert.Single(eight.Warnings()).ToString());
        Assert.Equal(8, new PyramidModel(eight).Evaluate(Amounts.Of("a=8")).Summary.Strata.Length); // no fault
    }

    [Theory] // assets in CNY | the tier
    [InlineData("-0.01", null)]
    [InlineData("0", "mass")]
    [InlineData("49999.9999", "mass")]
    [InlineData("50000", "affluent")]
    [InlineData("499999.99", "affluent")]
    [InlineData("500000", "privateTrial")]
    [InlineData("6000000", "private")]
    public void AssetTiers_Thresholds_BelongToTheTierTheyOpen(string assets, string? expected)
    {
        var model = new PyramidModel(StratificationPresets.AssetTiers);
        Assert.Equal(expected, model.TierOf(decimal.Parse(assets, CultureInfo.InvariantCulture))?.Id);
        Assert.Equal(expected, model.Evaluate(Amounts.Of($"a={assets}", "CNY")).Users.TierOf("a"));
    }

    [Fact]
    public void TierOf_Shares_NeedTheOthers()
        => Assert.Throws<InvalidOperationException>(() => new PyramidModel(StratificationPresets.CustomerPyramid).TierOf(1));

    [Fact]
    public void Presets_Definitions_AreValidAndWarnOfNothing()
    {
        foreach (PyramidDefinition preset in (PyramidDefinition[])[StratificationPresets.AssetTiers, StratificationPresets.CustomerPyramid, StratificationPresets.Abc])
        {
            Assert.Equal(preset, new PyramidModel(preset).Definition);
            Assert.Empty(preset.Warnings());
        }
    }

    private static PyramidDefinition Of(PyramidBasis basis, string tiers) => new()
    {
        Id = "test",
        Name = new("测试", "test"),
        Basis = basis,
        Tiers = [.. tiers.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(tier => tier.Split('='))
            .Select(tier => new PyramidTier { Id = tier[0], Name = new(tier[0], tier[0]), Bound = decimal.Parse(tier[1], CultureInfo.InvariantCulture) })],
    };

    private static string Faults(PyramidDefinition definition)
        => string.Join('|', Assert.Throws<InvalidDefinitionException>(() => new PyramidModel(definition)).Issues.Select(issue => $"{issue.Code} {issue.Path} {issue.Message}"));

    private static string Text(PyramidExplanation found) => FormattableString.Invariant(
        $"{found.Tier ?? "-"} {Or(found.Rank)} of {found.Users}, {Or(found.Margin)} above {Or(found.LowerBound)}, {Or(found.ToNext)} to {found.Above ?? "-"}");

    private static string Or<T>(T? number)
        where T : struct, IFormattable
        => number?.ToString(null, CultureInfo.InvariantCulture) ?? "-";
}
