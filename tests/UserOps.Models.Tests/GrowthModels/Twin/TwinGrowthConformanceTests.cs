using UserOps.Models.Tests.Conformance;

namespace UserOps.Models.Tests.GrowthModels.Twin;

/// <summary>The reference must itself meet the contract before it may judge the models.</summary>
public class TwinGrowthConformanceTests
{
    public static TheoryData<string> Cases => ConformanceFiles.Ids("growthStages");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Case_OnTheTwin_GivesWhatItExpects(string id) =>
        ConformanceRun.Check(ConformanceFiles.Cases[id], TwinGrowthStages.Answer);
}
