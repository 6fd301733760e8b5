using UserOps.Models.Value;

namespace UserOps.Models.Tests.Value;

public class ReturnOnInvestmentTests
{
    [Theory] // spend, margin, revenue -> ROI, ROAS
    [InlineData(100, 150, 400, 0.5, 4.0)]
    [InlineData(100, 30, 400, -0.7, 4.0)]
    [InlineData(100, -30, -50, -1.3, -0.5)]
    [InlineData(0, 30, 400, null, null)]
    public void Figures_OfASpend_AreTheDefinition(int spend, int margin, int revenue, double? roi, double? roas)
    {
        var back = new ReturnOnInvestment(spend, "CNY", margin, revenue);
        Assert.Equal(roi, (double?)back.Roi!.Value.Value);
        Assert.Equal(roas, (double?)back.Roas!.Value.Value);
        Assert.Equal(back, UserOpsJson.Deserialize<ReturnOnInvestment>(UserOpsJson.Serialize(back)));
    }

    [Fact]
    public void Figures_WhereOneIsNotNamed_AreNotTakenFromTheOther()
    {
        Assert.Null(new ReturnOnInvestment(100, "CNY", revenue: 400).Roi);
        Assert.Null(new ReturnOnInvestment(100, "CNY", margin: 150).Roas);
        Assert.Equal("Say whether margin or revenue came back. (Parameter 'margin')", Assert.Throws<ArgumentException>(() => new ReturnOnInvestment(100, "CNY")).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReturnOnInvestment(-1, "CNY", 1));
        Assert.Throws<ArgumentException>(() => new ReturnOnInvestment(1, "yuan", 1));
    }

    [Fact]
    public void AcquisitionCost_OfChannels_AddsUp()
    {
        AcquisitionCost all = AcquisitionCost.Merge(new(0.1m, 2, "CNY"), new(0.2m, 0, "CNY"));
        Assert.Equal(new(0.3m, 2, "CNY"), all);
        Assert.Equal(0.15m, all.PerNewUser.Value);
        Assert.Equal(UndefinedReason.EmptyPopulation, new AcquisitionCost(5, 0, "CNY").PerNewUser.Undefined);
        Assert.Throws<ArgumentException>(() => AcquisitionCost.Merge(all, new(1, 1, "USD")));
        Assert.Throws<ArgumentOutOfRangeException>(() => new AcquisitionCost(-1, 1, "CNY"));
        Assert.Throws<ArgumentOutOfRangeException>(() => new AcquisitionCost(1, -1, "CNY"));
        Assert.Throws<ArgumentNullException>(() => new AcquisitionCost(1, 1, null!));
        Assert.Equal(all, UserOpsJson.Deserialize<AcquisitionCost>(UserOpsJson.Serialize(all)));
    }
}
