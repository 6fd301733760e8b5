using System.Collections.Immutable;
using System.Text.Json;

namespace UserOps.Models.Tests.Schema;

/// <summary>The report as JSON and as text.</summary>
public class IngestReportTests
{
    private static readonly AmountField Amount = Field.Amount("amount", "CNY", 2);

    [Fact]
    public void Json_OfAReport_RoundTrips()
    {
        IngestReport report = Read().Ingest;

        string json = UserOpsJson.Serialize(report);

        Assert.Equal(
            """
            {"users":{"accepted":1,"rejected":0,"duplicates":1},"events":{"accepted":3,"rejected":2,"duplicates":0},"contents":{"accepted":0,"rejected":0,"duplicates":0},"issues":[
            {"table":"users","code":"repeatedUser","effect":"duplicate","count":1,"message":"The user has a row already; the first in order of arrival was kept.","rows":[{"row":1,"column":"user","value":"al"}]},
            {"table":"events","code":"emptyUserId","effect":"rejected","count":1,"message":"The user id is missing or empty; the row was rejected.","rows":[{"row":2,"column":"user"}]},
            {"table":"events","code":"tooManyDigits","effect":"rejected","count":1,"message":"The decimal has more digits after the point than the column keeps; nothing is rounded, the row was rejected.","rows":[{"row":3,"column":"amount","value":"1.005"}]},
            {"table":"events","code":"unknownUser","effect":"noted","count":1,"message":"The user has no row in the user table; the event was kept, the attributes of the user are missing.","rows":[{"row":4,"column":"user","value":"bo"}]}]}
            """.ReplaceLineEndings(""),
            json);
        Assert.Equal(report, UserOpsJson.Deserialize<IngestReport>(json));
    }

    [Fact]
    public void Json_OfAnEmptyReport_RoundTrips()
        => Assert.Equal(new IngestReport(), UserOpsJson.Deserialize<IngestReport>(UserOpsJson.Serialize(new IngestReport())));

    [Theory]
    [InlineData("""{"rows":5}""")]
    [InlineData("""{"users":{"accepted":1}}""")]
    [InlineData("""{"issues":[{"table":"users"}]}""")]
    [InlineData("""{"issues":[{"table":"users","code":"no such code","effect":"noted","count":1,"message":"","rows":[]}]}""")]
    public void Json_ThatIsNoReport_IsRefused(string json)
        => Assert.Throws<JsonException>(() => UserOpsJson.Deserialize<IngestReport>(json));

    [Fact]
    public void ToString_InAnyCulture_IsALineASum()
    {
        using var _ = new OtherCulture();

        Assert.Equal(
            """
            7 read = 4 accepted + 2 rejected + 1 duplicates
            Users: 2 read = 1 accepted + 0 rejected + 1 duplicates
            Events: 5 read = 3 accepted + 2 rejected + 0 duplicates
            Users RepeatedUser x1, first row 1, column 'user', value 'al': The user has a row already; the first in order of arrival was kept.
            Events EmptyUserId x1, first row 2, column 'user', value null: The user id is missing or empty; the row was rejected.
            Events TooManyDigits x1, first row 3, column 'amount', value '1.005': The decimal has more digits after the point than the column keeps; nothing is rounded, the row was rejected.
            Events UnknownUser x1, first row 4, column 'user', value 'bo': The user has no row in the user table; the event was kept, the attributes of the user are missing.
            """.ReplaceLineEndings("\n"),
            Read().Ingest.ToString());
    }

    [Fact]
    public void ToString_WithoutRowsOrLists_SaysSo()
    {
        Assert.Equal("0 read = 0 accepted + 0 rejected + 0 duplicates", new IngestReport { Issues = default }.ToString());
        var issue = new IngestIssue
        {
            Table = IngestTable.Events,
            Code = IngestIssueCode.MissingName,
            Effect = IngestEffect.Rejected,
            Count = -3,
            Message = "None.",
            Rows = ImmutableArray<IngestRow>.Empty,
        };
        Assert.Equal("Events MissingName x-3: None.", issue.ToString());
    }

    private static UserOpsDataset Read()
    {
        (string? User, decimal? Amount)[] rows = [("al", 1m), ("al", null), (null, 1m), ("al", 1.005m), ("bo", 2m)];
        return new UserOpsDatasetBuilder()
            .AddUsers(["al", "al"], map => map.User(id => id))
            .AddEvents(rows, map => map.User(row => row.User).At(_ => DateTimeOffset.UnixEpoch).Named("pay").With(Amount, row => row.Amount))
            .Build();
    }
}
