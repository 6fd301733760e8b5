using System.Globalization;
using UserOps.Models.GrowthModels;

namespace UserOps.Models.Tests.GrowthModels;

/// <summary>Why a user is where the models put them: the event that served, or the limit that failed and by how much.</summary>
public class GrowthExplanationTests
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    private static readonly AarrrModel Model = new(new()
    {
        Stages = new() { Acquisition = "register", Activation = "bind", Retention = "login", Revenue = EventFilter.Named("pay", "buy"), Referral = "invite" },
        CohortFrom = new(2026, 3, 1),
        CohortTo = new(2026, 3, 8),
        RetentionFromDay = 2,
        RetentionToDay = 3,
        Window = TimeSpan.FromHours(24),
    });

    [Theory] // local times in Shanghai, day and hour of March | membership, outside by
    [InlineData("bind 02T00", "NotAcquired ")]
    [InlineData("register 01T00", "InCohort ")]
    [InlineData("register 07T23", "InCohort ")]
    [InlineData("register 08T00 register 07T00", "InCohort ")]
    [InlineData("register 08T00", "AcquiredAfter 00:00:00.0000001")]
    [InlineData("register 08T05", "AcquiredAfter 05:00:00.0000001")]
    [InlineData("register 20T00", "NotAcquired ")] // after 'as of'
    public void Explain_Acquisition_SaysWhoBelongs(string events, string expected)
    {
        GrowthExplanation told = Explain(events);
        Assert.Equal(expected, $"{told.Membership} {told.OutsideBy}");
        Assert.Equal(told.Membership == GrowthMembership.InCohort ? 5 : 0, told.Stages.Length);
    }

    [Fact]
    public void Explain_AcquiredBefore_SaysByHowMuch()
    {
        GrowthExplanation told = Explain("register 01T02", cohortFrom: new(2026, 3, 3));
        Assert.Equal(GrowthMembership.AcquiredBefore, told.Membership);
        Assert.Equal(TimeSpan.FromHours(46), told.OutsideBy);
        Assert.Null(told.LostBefore);
    }

    [Theory] // a user registered on 2 March at noon; the other events | stage | what is told
    [InlineData("", "Activation", "NoEvent  ")]
    [InlineData("bind 02T12", "Activation", "bind 02T12")]
    [InlineData("bind 03T12", "Activation", "bind 03T12")]                       // 24 hours, included
    [InlineData("bind 03T13", "Activation", "Window bind 03T13 01:00:00")]
    [InlineData("bind 02T10", "Activation", "BeforeAcquisition bind 02T10 02:00:00")]
    [InlineData("bind 02T07 bind 03T16", "Activation", "Window bind 03T16 04:00:00")] // the nearest: 4 hours late, not 5 early
    [InlineData("bind 02T11 bind 03T13", "Activation", "BeforeAcquisition bind 02T11 01:00:00")] // equally near: the earlier
    [InlineData("pay 02T14 buy 02T14", "Revenue", "buy 02T14")]                  // equal instants: the ordinally smaller name
    [InlineData("pay 02T14 buy 02T13", "Revenue", "buy 02T13")]
    [InlineData("login 04T00", "Retention", "login 04T00")]
    [InlineData("login 05T23", "Retention", "login 05T23")]
    [InlineData("login 06T00", "Retention", "RetentionDays login 06T00 00:00:00.0000001")]
    [InlineData("login 03T23", "Retention", "RetentionDays login 03T23 01:00:00")]
    [InlineData("login 01T00", "Retention", "BeforeAcquisition login 01T00 3.00:00:00")]
    [InlineData("", "Acquisition", "register 02T12")]
    public void Explain_Stage_NamesTheEventOrTheLimit(string others, string stage, string expected)
    {
        GrowthStageExplanation told = Explain("register 02T12 " + others).Stages.Single(one => one.Stage == Enum.Parse<GrowthStage>(stage));
        Assert.Equal(expected, told.IsReached ? Text(told.ServedBy) : $"{told.Failed} {Text(told.Nearest)} {told.MissedBy}");
        Assert.False(told.IsOpen); // 'as of' is after every limit
    }

    [Theory] // 'as of', hours after registration at noon | open stages
    [InlineData(0, "Activation Retention Revenue Referral")]
    [InlineData(23, "Activation Retention Revenue Referral")]
    [InlineData(24, "Retention")]                                                 // 'as of' is the window's last instant
    [InlineData(83, "Retention")]
    [InlineData(84, "")]                                                          // midnight after the last retention day
    public void Explain_StageNotOver_IsOpen(int hours, string expected)
    {
        GrowthExplanation told = Explain("register 02T12", asOf: Local("02T12").AddHours(hours));
        Assert.Equal(expected, string.Join(' ', told.Stages.Where(stage => stage.IsOpen).Select(stage => stage.Stage)));
        Assert.Equal(GrowthStage.Activation, told.LostBefore);
    }

    [Theory]
    [InlineData("bind 02T00", "u: NotAcquired")]
    [InlineData("register 08T05", "u: AcquiredAfter by 05:00:00.0000001, register at 2026-03-08T05:00:00+08:00 (event 0)")]
    [InlineData("register 02T12 bind 03T13 login 04T00 pay 02T14", """
        u: InCohort, register at 2026-03-02T12:00:00+08:00 (event 0)
          Acquisition: register at 2026-03-02T12:00:00+08:00 (event 0)
          Activation: Window missed by 01:00:00, bind at 2026-03-03T13:00:00+08:00 (event 2)
          Retention: login at 2026-03-04T00:00:00+08:00 (event 3)
          Revenue: pay at 2026-03-02T14:00:00+08:00 (event 1)
          Referral: NoEvent
        """)]
    public void ToString_AnyCulture_TellsItLineByLine(string events, string expected)
    {
        GrowthExplanation told = Explain(events);
        using (new OtherCulture())
        {
            Assert.Equal(expected, told.ToString());
            Assert.Equal(expected + "\n  in the row of web", (told with { BreakdownValue = "web" }).ToString());
        }
    }

    [Fact]
    public void ToString_StageStillOpen_SaysSo()
        => Assert.Equal(
            "  Retention: NoEvent, still open",
            Explain("register 02T12", asOf: Local("02T12")).ToString().Split('\n')[3]);

    [Fact]
    public void Explain_UnknownUser_Throws()
    {
        AarrrResult result = Model.Evaluate(Log("register 02T12"), Context(Local("10T00")));
        Assert.Equal("The dataset does not know the user 'nobody'.", Assert.Throws<KeyNotFoundException>(() => result.Users.Explain("nobody")).Message);
    }

    [Theory]
    [InlineData("bind 02T00")]
    [InlineData("register 08T05")]
    [InlineData("register 02T12 bind 02T10 login 04T00 pay 03T13")]
    [InlineData("register 02T12 bind 02T12 login 04T00 pay 02T14 invite 02T15")]
    public void Explain_AnyUser_SurvivesJson(string events)
    {
        GrowthExplanation told = Explain(events);
        string json = UserOpsJson.Serialize(told);
        Assert.Equal(told, UserOpsJson.Deserialize<GrowthExplanation>(json));
        Assert.DoesNotContain("lostBefore", json, StringComparison.Ordinal); // what is derived is not stored
        Assert.DoesNotContain("isReached", json, StringComparison.Ordinal);
    }

    private static GrowthExplanation Explain(string events, DateOnly? cohortFrom = null, DateTimeOffset? asOf = null)
    {
        AarrrModel model = cohortFrom is { } from ? new(Model.Definition with { CohortFrom = from }) : Model;
        return model.Evaluate(Log(events), Context(asOf ?? Local("10T00"))).Users.Explain("u");
    }

    private static EvaluationContext Context(DateTimeOffset asOf) => new() { AsOf = asOf, Zone = Shanghai };

    private static UserOpsDataset Log(string events) => UserOpsDataset.FromEvents(
        events.Split(' ', StringSplitOptions.RemoveEmptyEntries).Chunk(2),
        map => map.User(_ => "u").Name(row => row[0]).At(row => Local(row[1])));

    private static DateTimeOffset Local(string time) => DateTimeOffset.Parse($"2026-03-{time}:00+08:00", CultureInfo.InvariantCulture);

    private static string Text(GrowthEvent? told) => told is { } e ? e.Name + " " + e.At.ToString("dd'T'HH", CultureInfo.InvariantCulture) : "";
}
