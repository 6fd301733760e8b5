using UserOps.Models.GrowthModels;

namespace UserOps.Models.Tests.GrowthModels;

public class GrowthStageNamesTests
{
    [Theory]
    [InlineData(GrowthStage.Acquisition, "获客", "acquisition")]
    [InlineData(GrowthStage.Activation, "激活", "activation")]
    [InlineData(GrowthStage.Retention, "留存", "retention")]
    [InlineData(GrowthStage.Revenue, "变现", "revenue")]
    [InlineData(GrowthStage.Referral, "传播", "referral")]
    public void Of_Stage_IsTheWordOfTheField(GrowthStage stage, string zh, string en) => Assert.Equal(new LocalizedText(zh, en), GrowthStageNames.Of(stage));

    [Theory]
    [InlineData(-1)]
    [InlineData(5)]
    public void Of_NoStage_IsRefused(int stage) => Assert.Throws<ArgumentOutOfRangeException>(nameof(stage), () => GrowthStageNames.Of((GrowthStage)stage));
}
