using Shouldly;
using static UserOps.Models.Tests.Schema.LogRows;

namespace UserOps.Models.Tests.Schema;

/// <summary>A row that cannot be taken: the issue, the message a user reads, and the numbers that add up.</summary>
public class RejectedRowTests
{
    public static TheoryData<LogRow, IngestIssueCode, string, string?, string> Rejections() => new()
    {
        { new() { User = null }, IngestIssueCode.EmptyUserId, "user", null, "The user id is missing or empty; the row was rejected." },
        { new() { User = "" }, IngestIssueCode.EmptyUserId, "user", "", "The user id is missing or empty; the row was rejected." },
        { new() { Name = null }, IngestIssueCode.MissingName, "name", null, "The event name is missing or empty; the row was rejected." },
        { new() { Name = "" }, IngestIssueCode.MissingName, "name", "", "The event name is missing or empty; the row was rejected." },
        {
            new() { At = DateTimeOffset.UnixEpoch.AddTicks(-1) }, IngestIssueCode.InstantTooEarly, "instant", "1969-12-31T23:59:59.9999999+00:00",
            "The event lies before 1970-01-01T00:00:00Z, almost always an unset clock; the row was rejected."
        },
        { new() { Score = double.NaN }, IngestIssueCode.NotFinite, "score", "NaN", "The number is NaN or infinite; the row was rejected." },
        { new() { Score = double.PositiveInfinity }, IngestIssueCode.NotFinite, "score", "Infinity", "The number is NaN or infinite; the row was rejected." },
        { new() { Score = double.NegativeInfinity }, IngestIssueCode.NotFinite, "score", "-Infinity", "The number is NaN or infinite; the row was rejected." },
        {
            new() { Amount = 1.005m }, IngestIssueCode.TooManyDigits, "amount", "1.005",
            "The decimal has more digits after the point than the column keeps; nothing is rounded, the row was rejected."
        },
        {
            new() { Amount = 92_233_720_368_547_758.08m }, IngestIssueCode.OutOfRange, "amount", "92233720368547758.08",
            "The decimal is too large for 64 bits at the scale of the column; the row was rejected."
        },
        {
            new() { Amount = decimal.MinValue }, IngestIssueCode.OutOfRange, "amount", "-79228162514264337593543950335",
            "The decimal is too large for 64 bits at the scale of the column; the row was rejected."
        },
        {
            new() { Shares = 10_000_000m }, IngestIssueCode.OutOfRange, "shares", "10000000",
            "The decimal is too large for 64 bits at the scale of the column; the row was rejected."
        },
        {
            new() { Amount = 1m, Currency = "USD" }, IngestIssueCode.OtherCurrency, "amount", "USD",
            "The amount is in another currency than the column; the row was rejected."
        },
        {
            new() { Amount = 1m, Currency = null }, IngestIssueCode.OtherCurrency, "amount", null,
            "The amount is in another currency than the column; the row was rejected."
        },
        { new() { Tags = ["a", null!] }, IngestIssueCode.NullInSet, "tags", null, "The set holds a null; the row was rejected." },
    };

    [Theory]
    [MemberData(nameof(Rejections))]
    public void AddEvents_BadRow_IsRejectedWithItsReason(LogRow bad, IngestIssueCode code, string column, string? value, string message)
    {
        UserOpsDataset data = Read(new(), [new(), bad, new() { User = "bo" }]).Build();

        data.Ingest.Events.ShouldBe(new IngestCounts(Accepted: 2, Rejected: 1, Duplicates: 0));
        data.Ingest.Issues.ShouldBe([Issue(code, IngestEffect.Rejected, message, new IngestRow(1, column, value))]);
        data.Directory.Count.ShouldBe(2);
        data.Events.Count.ShouldBe(2);
        data.Events.Names.ShouldBe(["pay"]);
    }

    [Theory]
    [MemberData(nameof(Rejections))]
    public void AddEvents_BadRowUnderThrow_ThrowsAndKeepsNothingOfTheCall(LogRow bad, IngestIssueCode code, string column, string? value, string message)
    {
        var builder = new UserOpsDatasetBuilder(new() { OnBadRow = OnBadRow.Throw });
        Read(builder, [new()]);

        var exception = Should.Throw<BadRowException>(() => Read(builder, [new() { User = "cy", Name = "new", Tags = ["x"] }, bad]));

        exception.Code.ShouldBe(code);
        exception.Message.ShouldBe($"Row 2 of Events, column '{column}', value {(value is null ? "null" : $"'{value}'")}: {message}");
        UserOpsDataset data = Read(builder, [new() { User = "bo" }]).Build();
        data.Ingest.ShouldBe(new IngestReport { Events = new(2, 0, 0) });
        Enumerable.Range(0, data.Directory.Count).Select(i => data.Directory[i].ToString()).ShouldBe(["al", "bo"]);
        data.Events.Names.ShouldBe(["pay"]);
        data.Events.Columns.Get(LogRows.Tags).Values.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Rejections))]
    public void AddEvents_BadRowUnderAnotherCulture_IsReportedInTheSameWords(LogRow bad, IngestIssueCode code, string column, string? value, string message)
    {
        using var _ = new OtherCulture();
        AddEvents_BadRow_IsRejectedWithItsReason(bad, code, column, value, message);
    }

    [Fact]
    public void AddEvents_ManyBadRows_ListsTheFirstAndCountsAll()
    {
        UserOpsDataset data = Read(new(new() { ListedRowsPerIssue = 2 }), Enumerable.Repeat(new LogRow { Name = null }, 50)).Build();

        data.Ingest.Issues.Single().Count.ShouldBe(50);
        data.Ingest.Issues.Single().Rows.Select(row => row.Row).ShouldBe([0, 1]);
    }
}
