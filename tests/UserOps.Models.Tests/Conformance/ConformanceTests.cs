namespace UserOps.Models.Tests.Conformance;

/// <summary>Every case that comes with the tests, and every case of the folder named by <c>USEROPS_CONFORMANCE_DIR</c>.</summary>
/// <remarks>
/// A case that cannot be run is a failure that says why, never a skip; but those about public data sets, which are not committed, are
/// skipped together and visibly where the folder of these is absent.
/// </remarks>
public class ConformanceTests
{
    public static TheoryData<string> Cases => [.. ConformanceFiles.Cases.Values.Where(asked => asked.DataFile is null).Select(asked => asked.Id)];

    public static TheoryData<string> CasesOnPublicData => [.. ConformanceFiles.Cases.Values.Where(asked => asked.DataFile is not null).Select(asked => asked.Id)];

    [PublicDataTheory]
    [MemberData(nameof(CasesOnPublicData))]
    public void Case_OnAPublicDataSet_GivesWhatItExpects(string id) => Check(id);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Case_OnTheModel_GivesWhatItExpects(string id) => Check(id);

    private static void Check(string id)
    {
        ConformanceCase asked = ConformanceFiles.Cases[id];
        ConformanceRun.Check(asked, ConformanceModels.Of(asked));
    }
}
