using UserOps.Models.Stratification;

namespace UserOps.Models.Tests.Stratification;

/// <summary>The models against the definitions written word for word, over seeded random values with many ties.</summary>
public class StratificationTwinTests
{
    private static readonly decimal[] Shares = [0.01m, 0.1m, 1 / 3m, 0.5m, 0.8m, 0.95m, 1];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 60)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Pareto_RandomValues_IsTheTwin(int seed)
    {
        RandomAmounts random = new(seed, lowest: 0);
        TwinStrata twin = random.Twin;
        ParetoResult result = new ParetoModel(new() { TopFractions = [.. Shares], TargetShares = [.. Shares] }).Evaluate(random.Amounts);
        for (int i = 0; i < Shares.Length; i++)
        {
            Assert.Equal(twin.Top(Shares[i]), Ids(result.Users.Top(i)));
            Assert.Equal(random.Amounts.TotalUnits == 0 ? [] : twin.Fewest(Shares[i]), Ids(result.Users.Holding(i)));
            Assert.Equal(random.ValueOf(result.Users.Top(i)), result.Summary.Tops[i].Holds.Value);
        }

        if (result.Summary.Undefined is null)
        {
            Assert.Equal(twin.Balance(), Ids(result.Users.Balance()));
            Assert.Equal(twin.Gini(), result.Summary.Gini.Value!.Value, 12);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Curves_RandomValues_AreTheTwin(int seed)
    {
        RandomAmounts random = new(seed, lowest: 0);
        LorenzCurve lorenz = new LorenzModel(new() { MaximumPoints = 7 }).Evaluate(random.Amounts);
        Assert.All(lorenz.Points, point => Assert.Equal(random.Twin.Lorenz((int)point.Users), point.ValueShare, 12));

        RandomAmounts profits = new(seed, lowest: -20);
        WhaleCurveResult whale = new WhaleCurveModel(new() { MaximumPoints = 7 }).Evaluate(profits.Amounts);
        Assert.All(whale.Summary.Points, point => Assert.Equal(profits.Twin.Whale((int)point.Users), point.ProfitShare, 12));
        Assert.Equal(profits.Users.Where(user => user.Value < 0).Select(user => user.Key).Order(), Ids(whale.Users.LossMakers));
        if (whale.Summary.Undefined is null)
        {
            Assert.Equal((double)profits.Twin.PeakAt() / profits.Users.Count, whale.Summary.PeakAt.Value);
            Assert.Equal(profits.Twin.Whale(profits.Twin.PeakAt()), whale.Summary.Peak.Value!.Value, 12);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Pyramid_RandomValues_IsTheTwin(int seed)
    {
        foreach (PyramidBasis basis in Enum.GetValues<PyramidBasis>())
        {
            foreach (PyramidTies ties in Enum.GetValues<PyramidTies>())
            {
                RandomAmounts random = new(seed, lowest: basis == PyramidBasis.ValueShares ? 0 : -20);
                PyramidDefinition definition = random.Pyramid(basis) with { Ties = ties };
                PyramidResult result = new PyramidModel(definition).Evaluate(random.Amounts);
                Assert.All(random.Users.Keys, user => Assert.Equal(random.Twin.TierOf(definition, user), result.Users.TierOf(user)));
                Assert.All(random.Users.Keys, user => Assert.Equal(random.Twin.RankOf(definition with { Ties = PyramidTies.ById }, user), result.Users.Explain(user).Rank));
                Assert.All(result.Summary.Strata, stratum => Assert.Equal(random.ValueOf(result.Users.In(stratum.Tier)), stratum.Value));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Order_OfFirstSight_ChangesNothing(int seed)
    {
        RandomAmounts random = new(seed, lowest: 0);
        UserAmounts shuffled = random.Shuffled(seed + 1);
        ParetoResult one = new ParetoModel().Evaluate(random.Amounts);
        ParetoResult two = new ParetoModel().Evaluate(shuffled);
        Assert.Equal(one.Summary, two.Summary);
        Assert.Equal(Ids(one.Users.Top()), Ids(two.Users.Top()));
        Assert.Equal(new LorenzModel().Evaluate(random.Amounts), new LorenzModel().Evaluate(shuffled));
        Assert.Equal(new WhaleCurveModel().Evaluate(random.Amounts).Summary, new WhaleCurveModel().Evaluate(shuffled).Summary);
        foreach (PyramidBasis basis in Enum.GetValues<PyramidBasis>())
        {
            var model = new PyramidModel(random.Pyramid(basis));
            Assert.Equal(model.Evaluate(random.Amounts).Summary, model.Evaluate(shuffled).Summary);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Unit_OfTheValues_ChangesNoShare(int seed)
    {
        RandomAmounts random = new(seed, lowest: 0);
        decimal[] yuan = [.. random.Users.Values];
        decimal[] fen = [.. yuan.Select(value => value * 100)];
        ParetoSummary one = new ParetoModel().Evaluate(yuan);
        ParetoSummary two = new ParetoModel().Evaluate(fen);
        Assert.Equal(one.Gini.Value ?? -1, two.Gini.Value ?? -1, 14);
        Assert.Equal((one.Tops[0].Holds.Users, one.Targets[0].Holds?.Users, one.Balance?.Users), (two.Tops[0].Holds.Users, two.Targets[0].Holds?.Users, two.Balance?.Users));
        Assert.Equal(one.Total * 100, two.Total);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Shares_AnyValues_StayInTheirBounds(int seed)
    {
        RandomAmounts random = new(seed, lowest: 0);
        ParetoSummary pareto = new ParetoModel(new() { TopFractions = [.. Shares], TargetShares = [.. Shares] }).Evaluate(random.Amounts).Summary;
        if (pareto.Undefined is not null)
        {
            return;
        }

        Assert.InRange(pareto.Gini.Value!.Value, 0, 1 - (1d / pareto.Users));
        double[] held = [.. pareto.Tops.Select(top => top.Holds.ValueShare.Value!.Value)];
        Assert.Equal(held.Order(), held);
        Assert.All(pareto.Tops, top => Assert.InRange(top.Holds.ValueShare.Value!.Value, top.Holds.UserShare.Value!.Value - 1e-15, 1));
        Assert.All(pareto.Targets, target => Assert.True(target.Holds!.Value >= target.Share * pareto.Total));
        Assert.All(pareto.Targets, target => Assert.True(target.Holds!.Users <= Math.Ceiling(target.Share * pareto.Users)));
        Assert.Equal(1, held[^1]);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Merge_Parts_IsTheWhole(int seed)
    {
        RandomAmounts random = new(seed, lowest: -20);
        var model = new PyramidModel(random.Pyramid(PyramidBasis.Thresholds));
        PyramidSummary whole = model.Evaluate(random.Amounts).Summary;
        UserSet part = UserSet.Of(random.Amounts.Directory, random.Users.Keys.Where(user => user % 3 == seed % 3).Select(user => (UserId)user));
        Assert.Equal(whole, PyramidSummary.Merge(model.Evaluate(random.Amounts.Only(part)).Summary, model.Evaluate(random.Amounts.Only(part.Complement())).Summary));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void ToThresholds_TiesTogether_PlaceEverybodyAgain(int seed)
    {
        RandomAmounts random = new(seed, lowest: -20);
        PyramidResult ranked = new PyramidModel(random.Pyramid(PyramidBasis.UserShares) with { Ties = PyramidTies.Together }).Evaluate(random.Amounts);
        if (ranked.Summary.Strata.All(stratum => stratum.Users == 0))
        {
            return;
        }

        PyramidResult placed = new PyramidModel(ranked.Summary.ToThresholds()).Evaluate(random.Amounts);
        Assert.All(random.Users.Keys, user => Assert.Equal(ranked.Users.TierOf(user), placed.Users.TierOf(user)));
    }

    private static IEnumerable<long> Ids(UserSet users)
        => users.Ids().Select(id => long.Parse(id.ToString(), System.Globalization.CultureInfo.InvariantCulture)).Order();
}
