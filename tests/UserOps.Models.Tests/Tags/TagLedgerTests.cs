using System.Collections.Immutable;
using System.Globalization;
using UserOps.Models.Tags;

namespace UserOps.Models.Tests.Tags;

public class TagLedgerTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory] // assignments "source day value days"; the question is asked on a day; what stands, and who loses
    [InlineData("app 1 a -", 0, null, "")] // not assigned yet
    [InlineData("app 1 a -", 1, "a", "")] // from the instant itself
    [InlineData("app 1 a 3", 3.9, "a", "")]
    [InlineData("app 1 a 3", 4, null, "")] // the end is left out
    [InlineData("app 1 a 0", 1, null, "")] // no length, never stands
    [InlineData("app 1 a -;app 2 b 1", 2, "b", "")]
    [InlineData("app 1 a -;app 2 b 1", 3, null, "")] // what is superseded does not come back
    [InlineData("app 1 a -;app 2 b 0", 2, null, "")] // not even for a value that never stood
    [InlineData("app 2 b -;app 1 a -", 2, "b", "")] // order of time, not of arrival
    [InlineData("app 1 a -;app 1 b -", 1, "b", "")] // equal instants: the one that arrived later
    [InlineData("web 1 a -;app 2 b -", 2, "b", "web")] // alike: the fresher one
    [InlineData("web 1 a -;app 2 b 1", 3, null, "")] // and it superseded the other for good
    [InlineData("web 1 a -;app 1 b -", 1, "b", "web")] // at one instant, the ordinally smaller name
    [InlineData("hr 1 a -;app 2 b -", 2, "a", "app")] // believed more, though older
    [InlineData("hr 1 a 1;app 2 b -", 2, "b", "")] // the better one has ended
    [InlineData("hr 1 a 1;hr 2 c 1;app 1 b -", 3, "b", "")]
    [InlineData("hr 1 a -;core 1 b -;app 2 c -;web 3 d -", 3, "b", "hr web app")]
    public void ValueAt_HistoryOfOneUser_FollowsTheContract(string history, double day, string? value, string losers)
    {
        TagValue? found = new TagLedger(Read(history)).ValueAt("u", "t", Start.AddDays(day), ["core", "hr"]);
        Assert.Equal(value, found?.Value?.Text);
        Assert.Equal(losers, string.Join(' ', found?.Losers.Select(loser => loser.Source) ?? []));
    }

    [Fact]
    public void ValueAt_AValue_HasItsTimesSourceAndConfidence()
    {
        TagAssignment assigned = Read("app 1 a 3")[0] with { Confidence = 0.8, ValidUntil = Start.AddDays(2) };
        TagValue value = new TagLedger([assigned]).ValueAt("u", "t", Start.AddDays(1))!;
        Assert.Equal((Start.AddDays(1), Start.AddDays(2), "app", 0.8), (value.AssignedAt, value.ValidUntil, value.Source, value.Confidence));
        Assert.Equal(value, UserOpsJson.Deserialize<TagValue>(UserOpsJson.Serialize(value)));
    }

    [Fact]
    public void ValueAt_FarBeyondAllTime_HasNoEnd()
    {
        TagAssignment assigned = Read("app 1 a -")[0] with { ValidFor = TimeSpan.MaxValue };
        Assert.Null(new TagLedger([assigned]).ValueAt("u", "t", DateTimeOffset.MaxValue)!.ValidUntil);
    }

    [Fact]
    public void ValueAt_OfOneSource_IsWhatALoopOverAllAssignmentsFinds()
    {
        var random = new Xoshiro256(7);
        for (int round = 0; round < 300; round++)
        {
            TagAssignment[] all = [.. Enumerable.Range(0, random.NextInt32(8)).Select(i => new TagAssignment
            {
                User = $"u{random.NextInt32(2)}",
                Tag = "t",
                Value = (long)i,
                AssignedAt = Start.AddHours(12 * random.NextInt32(8)).ToOffset(TimeSpan.FromHours(random.NextInt32(3))),
                ValidFor = random.NextInt32(3) == 0 ? null : TimeSpan.FromHours(12 * random.NextInt32(5)),
                Source = "case",
            })];
            var ledger = new TagLedger(all);
            for (int half = -1; half < 14; half++)
            {
                DateTimeOffset at = Start.AddHours(12 * half).AddTicks(random.NextInt32(3) - 1);
                foreach (string user in (string[])["u0", "u1"])
                {
                    TagAssignment? latest = null;
                    foreach (TagAssignment one in all.Where(one => one.User == (UserId)user && one.AssignedAt <= at))
                    {
                        latest = latest is null || one.AssignedAt >= latest.AssignedAt ? one : latest;
                    }

                    RuleValue? expected = latest is not null && (latest.ValidFor is null || at < latest.AssignedAt + latest.ValidFor) ? latest.Value : null;
                    Assert.Equal(expected, ledger.ValueAt(user, "t", at)?.Value);
                }
            }
        }
    }

    [Fact]
    public void With_MoreAssignments_LeavesTheLedgerAsItWas()
    {
        var ledger = new TagLedger(Read("app 1 a -"));
        TagLedger more = ledger.With(Read("app 1 b -"));
        Assert.Equal(("a", "b"), (ledger.ValueAt("u", "t", Start.AddDays(1))!.Value!.Text, more.ValueAt("u", "t", Start.AddDays(1))!.Value!.Text));
        Assert.Equal(["a", "b"], more.HistoryOf("u", "t").Select(one => one.Value.Text));
        Assert.Empty(more.HistoryOf("u", "other"));
        Assert.Equal(["u"], more.ValuesAt("t", Start.AddDays(1)).Select(value => value.User.ToString()));
    }

    public static TheoryData<string, string> Faults => new()
    {
        { "user", "missingMember /assignments/1/user" },
        { "tag", "missingMember /assignments/1/tag" },
        { "value", "missingMember /assignments/1/value" },
        { "validFor", "negativeValue /assignments/1/validFor" },
        { "validUntil", "emptyRange /assignments/1/validUntil" },
        { "source", "missingMember /assignments/1/source" },
        { "confidence", "outOfRange /assignments/1/confidence" },
        { "nan", "outOfRange /assignments/1/confidence" },
        { "null", "missingMember /assignments/1" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Constructor_FaultyAssignment_SaysWhere(string fault, string expected)
    {
        TagAssignment sound = Read("app 1 a 3")[0];
        TagAssignment faulty = fault switch
        {
            "user" => sound with { User = "" },
            "tag" => sound with { Tag = " " },
            "value" => sound with { Value = null! },
            "validFor" => sound with { ValidFor = TimeSpan.FromTicks(-1) },
            "validUntil" => sound with { ValidUntil = sound.AssignedAt.AddTicks(-1) },
            "source" => sound with { Source = "" },
            "confidence" => sound with { Confidence = 1.1 },
            "nan" => sound with { Confidence = double.NaN },
            _ => null!,
        };
        var refusal = Assert.Throws<InvalidDefinitionException>(() => new TagLedger([sound, faulty]));
        Assert.Equal(expected, string.Join(", ", refusal.Issues.Select(issue => $"{issue.Code} {issue.Path}")));
    }

    private static ImmutableArray<TagAssignment> Read(string history) =>
    [
        .. history.Split(';').Select(line => line.Split(' ')).Select(parts => new TagAssignment
        {
            User = "u",
            Tag = "t",
            Source = parts[0],
            AssignedAt = Start.AddDays(int.Parse(parts[1], CultureInfo.InvariantCulture)),
            Value = parts[2],
            ValidFor = parts[3] == "-" ? null : TimeSpan.FromDays(int.Parse(parts[3], CultureInfo.InvariantCulture)),
        }),
    ];
}
