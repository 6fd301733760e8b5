using UserOps.Models.Tests.Conformance;

namespace UserOps.Models.Tests.Funnels.Twin;

/// <summary>The reference must itself meet the contract before it may judge the model.</summary>
public class TwinConformanceTests
{
    public static TheoryData<string> Cases => ConformanceFiles.Ids("funnel");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Case_OnTheTwin_GivesWhatItExpects(string id) =>
        ConformanceRun.Check(ConformanceFiles.Cases[id], TwinFunnel.Answer);
}
