using UserOps.Models.Stratification;
using UserOps.Models.Tests.Samples;
using UserOps.Samples;

namespace UserOps.Models.Tests.Stratification;

/// <summary>The shipped pyramids on the sample bank: they fit its columns, and every user with a value is somewhere.</summary>
public class SampleBankStrataTests
{
    private static readonly SampleBank Bank = SampleBank.Create(new() { Users = 3_000, Days = 200 });
    private static readonly UserOpsDataset Data = SampleBankData.Of(Bank);
    private static readonly UserAmounts Assets = UserAmounts.FromColumn(Data, Field.Amount("assets", "CNY"));
    private static readonly UserAmounts Paid = UserAmounts.SumOf(Data, "pay", Field.Amount("amount", "CNY"), SampleBankData.AtTheEnd(Bank));

    [Fact]
    public void AssetTiers_SampleBank_ArePyramid()
    {
        PyramidResult result = new PyramidModel(StratificationPresets.AssetTiers).Evaluate(Assets);
        Assert.True(result.IsPyramid);
        Assert.Equal(Assets.Missing, result.Summary.Unassigned);
        Assert.Equal(Assets.Total, result.Summary.Strata.Sum(stratum => stratum.Value));
        Assert.All(result.Summary.Strata.Take(3), stratum => Assert.True(stratum.Users > 0, stratum.Tier));
    }

    [Fact]
    public void Presets_SampleBank_PlaceEverybodyWhoPaid()
    {
        Assert.Empty(Paid.UnknownEvents);
        foreach (PyramidDefinition preset in (PyramidDefinition[])[StratificationPresets.CustomerPyramid, StratificationPresets.Abc])
        {
            PyramidSummary summary = new PyramidModel(preset).Evaluate(Paid).Summary;
            Assert.Equal(Paid.Missing, summary.Unassigned);
            Assert.Equal(Paid.Total, summary.Strata.Sum(stratum => stratum.Value));
            Assert.All(summary.Strata, stratum => Assert.True(stratum.Users > 0, $"{preset.Id} {stratum.Tier}"));
        }
    }

    [Fact]
    public void Curves_SampleBank_AgreeWithEachOther()
    {
        ParetoSummary pareto = new ParetoModel(new() { TopFractions = [0.2m] }).Evaluate(Paid).Summary;
        LorenzCurve lorenz = new LorenzModel(new() { MaximumPoints = 1_000_000 }).Evaluate(Paid);
        WhaleCurveSummary whale = new WhaleCurveModel(new() { MaximumPoints = 1_000_000 }).Evaluate(Paid).Summary;
        ParetoStatement top = pareto.Tops[0].Holds;
        Assert.Equal(top.ValueShare.Value!.Value, 1 - lorenz.Points[^((int)top.Users + 1)].ValueShare, 12);
        Assert.Equal(top.ValueShare.Value.Value, whale.Points[(int)top.Users].ProfitShare, 12);
        Assert.Equal(pareto.Gini, lorenz.Gini);
        Assert.Equal(1, whale.Peak.Value);
    }
}
