using UserOps.Models.Tests.Conformance;

namespace UserOps.Models.Tests.Retention.Twin;

/// <summary>The reference must itself meet the contract before it may judge the model.</summary>
public class TwinRetentionConformanceTests
{
    public static TheoryData<string> Cases => [.. ConformanceFiles.Cases.Values
        .Where(asked => asked.Subject == "retention" && !asked.Expected.TryGetProperty("refused", out _)).Select(asked => asked.Id)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Case_OnTheTwin_GivesWhatItExpects(string id) =>
        ConformanceRun.Check(ConformanceFiles.Cases[id], TwinRetention.Answer);
}
