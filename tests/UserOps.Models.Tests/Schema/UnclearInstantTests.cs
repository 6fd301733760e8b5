using Shouldly;
using static UserOps.Models.Tests.Schema.LogRows;

namespace UserOps.Models.Tests.Schema;

/// <summary>A date and time counts when it says where on the line of time it lies: by its kind, or by a zone.</summary>
public class UnclearInstantTests
{
    [Theory]
    [InlineData(DateTimeKind.Unspecified, false, "2026-03-01T09:00:00.0000000")]
    [InlineData(DateTimeKind.Utc, true, null)]
    public void AddEvents_DateTimeWithoutZone_MustSayItIsUtc(DateTimeKind kind, bool taken, string? value)
    {
        DateTime[] times = [new(2026, 3, 1, 9, 0, 0, kind)];
        UserOpsDataset data = UserOpsDataset.FromEvents(times, map => map.User(_ => 1).At(time => time).Named("pay"));

        data.Events.Count.ShouldBe(taken ? 1 : 0);
        data.Ingest.Issues.ShouldBe(taken ? [] : [Unclear(value)]);
    }

    [Theory]
    [InlineData(DateTimeKind.Unspecified, true)]
    [InlineData(DateTimeKind.Utc, false)] // taken at its word
    public void AddEvents_DateTimeWithZone_IsReadOnItsClocks(DateTimeKind kind, bool local)
    {
        DateTime[] times = [new(2026, 3, 1, 9, 0, 0, kind)];
        UserOpsDataset data = UserOpsDataset.FromEvents(times, map => map.User(_ => 1).At(time => time, Zones.EightEast).Named("pay"));

        data.Events.First.ShouldBe(new DateTimeOffset(2026, 3, 1, local ? 1 : 9, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public void AddEvents_DateTimeOfTheMachinesZone_IsRejected()
    {
        DateTime[] times = [new(2026, 3, 1, 9, 0, 0, DateTimeKind.Local)];
        IngestIssueCode[] codes =
        [
            .. UserOpsDataset.FromEvents(times, map => map.User(_ => 1).At(time => time, Zones.EightEast).Named("pay")).Ingest.Issues.Select(issue => issue.Code),
            .. UserOpsDataset.FromEvents(times, map => map.User(_ => 1).At(time => time).Named("pay")).Ingest.Issues.Select(issue => issue.Code),
        ];

        codes.ShouldBe([IngestIssueCode.UnclearInstant, IngestIssueCode.UnclearInstant]);
    }

    private static IngestIssue Unclear(string? value) => Issue(
        IngestIssueCode.UnclearInstant,
        IngestEffect.Rejected,
        "The time is neither UTC nor read in a named zone; the row was rejected.",
        new IngestRow(0, "instant", value));
}
