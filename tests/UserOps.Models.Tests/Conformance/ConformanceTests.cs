namespace UserOps.Models.Tests.Conformance;

/// <summary>Every case that comes with the tests, and every case of the folder named by <c>USEROPS_CONFORMANCE_DIR</c>.</summary>
/// <remarks>A case that cannot be run is a failure that says why, never a skip.</remarks>
public class ConformanceTests
{
    public static TheoryData<string> Cases => ConformanceFiles.Ids();

    [Theory]
    [MemberData(nameof(Cases))]
    public void Case_OnTheModel_GivesWhatItExpects(string id)
    {
        ConformanceCase asked = ConformanceFiles.Cases[id];
        ConformanceRun.Check(asked, ConformanceModels.Of(asked));
    }
}
