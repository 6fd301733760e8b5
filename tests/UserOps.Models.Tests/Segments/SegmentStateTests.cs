namespace UserOps.Models.Tests.Segments;

public class SegmentStateTests
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
    private static readonly SegmentModel TwoLogins = new(Rule.Event("login").InLast(3, WindowUnit.Day).AtLeast(2));

    [Theory] // what each rule waits for, with logins at 00:00 and 12:00 of 29 February UTC, asked on 1 March at 00:00 UTC
    [InlineData("""{"op":"eventCount","event":"login","window":{"mode":"rolling","last":3,"unit":"day"},"cmp":"ge","count":2}""", "2024-03-03T00:00:00Z")]
    [InlineData("""{"op":"eventCount","event":"login","window":{"mode":"rolling","last":90,"unit":"minute"},"cmp":"ge","count":2}""", null)] // both are gone
    [InlineData("""{"op":"eventCount","event":"login","window":{"mode":"rolling","last":13,"unit":"hour"},"cmp":"ge","count":1}""", "2024-03-01T01:00:00Z")]
    [InlineData("""{"op":"eventCount","event":"login","cmp":"ge","count":2}""", null)]
    [InlineData("""{"op":"didNot","event":"logout","window":{"mode":"rolling","last":3,"unit":"day"}}""", null)] // nothing there to leave
    [InlineData("""{"op":"eventCount","event":"login","window":{"mode":"calendar","fromDaysAgo":1,"toDaysAgo":0},"cmp":"ge","count":2}""", "2024-03-01T16:00:00Z")] // Shanghai's 2 March begins
    [InlineData("""{"op":"eventCount","event":"login","window":{"mode":"calendar","fromDaysAgo":30,"toDaysAgo":7},"cmp":"ge","count":1}""", "2024-03-06T16:00:00Z")] // enters
    [InlineData("""{"op":"eventCount","event":"login","window":{"mode":"absolute","from":"2024-02-01T00:00:00Z","to":"2024-03-01T00:00:00Z"},"cmp":"ge","count":1}""", null)]
    [InlineData("""{"op":"didThenNot","first":"login","then":"pay","within":{"amount":2,"unit":"day"}}""", "2024-03-02T00:00:00Z")] // the wait after the first one
    [InlineData("""{"op":"sequence","steps":[{"event":"login"},{"event":"login"}],"window":{"mode":"rolling","last":1,"unit":"week"}}""", "2024-03-07T00:00:00Z")]
    [InlineData("""{"op":"and","args":[{"op":"eventCount","event":"login","window":{"mode":"rolling","last":3,"unit":"day"},"cmp":"ge","count":2},{"op":"eventCount","event":"login","window":{"mode":"rolling","last":13,"unit":"hour"},"cmp":"ge","count":1}]}""", "2024-03-01T01:00:00Z")]
    public void NextChange_EventNodes_IsWhenTimeAloneBringsOne(string rule, string? expected)
    {
        UserOpsDataset data = Logins("2024-02-29T00:00:00Z", "2024-02-29T12:00:00Z");
        SegmentState state = new SegmentModel(UserOpsJson.Deserialize<SegmentRule>(rule)).Begin(data, At("2024-03-01T00:00:00Z"));
        Assert.Equal(expected is null ? null : Instant(expected), state.NextChange);
    }

    [Theory] // an event not yet seen, and attributes
    [InlineData("""{"op":"eventCount","event":"login","cmp":"ge","count":1}""", "2024-06-01T00:00:00Z")]
    [InlineData("""{"op":"inWindow","field":"due","window":{"mode":"rollingAhead","next":10,"unit":"day"}}""", "2024-04-21T16:00:00Z")] // 2 May, 00:00 in Shanghai, is ten days away
    [InlineData("""{"op":"anniversary","field":"due","fromDays":0,"toDays":1}""", "2024-04-30T16:00:00Z")] // 1 May begins
    [InlineData("""{"op":"anniversary","field":"due","fromDays":-400,"toDays":400}""", "2025-06-06T16:00:00Z")] // the one of 2024 has gone by
    [InlineData("""{"op":"isNull","field":"due"}""", null)]
    public void NextChange_OtherNodes_IsWhenTimeAloneBringsOne(string rule, string? expected)
    {
        UserOpsDataset data = new UserOpsDatasetBuilder()
            .AddUsers(["u"], users => users.User(id => id).With(Field.Date("due"), _ => new DateOnly(2024, 5, 2)))
            .AddEvents(["2024-06-01T00:00:00Z"], Login)
            .Build();
        SegmentState state = new SegmentModel(UserOpsJson.Deserialize<SegmentRule>(rule)).Begin(data, At("2024-03-01T00:00:00Z"));
        Assert.Equal(expected is null ? null : Instant(expected), state.NextChange);
    }

    [Fact]
    public void Advance_FromTrueToUnknown_LeavesAndIsUncertain()
    {
        var model = new SegmentModel(Rule.DidThenNot("apply", "activate", 1, WindowUnit.Day).Not());
        UserOpsDataset nobody = new UserOpsDatasetBuilder().AddUsers(["u"], users => users.User(id => id)).Build();
        SegmentState state = model.Begin(nobody, At("2024-03-01T00:00:00Z"));
        Assert.Equal(1, state.Audience.LowerSize);

        UserOpsDataset applied = nobody.Append(new UserOpsDatasetBuilder().AddEvents(["2024-03-01T12:00:00Z"], events => events.User(_ => "u").Named("apply").At(Instant)));
        SegmentChange change = state.Advance(Instant("2024-03-02T00:00:00Z"), applied);
        Assert.Equal((0, 1, 1), (change.Entered.Count, change.Left.Count, change.BecameUncertain.Count));
        Assert.Equal(Instant("2024-03-02T12:00:00Z"), change.State.NextChange);

        SegmentChange later = change.State.Advance(Instant("2024-03-02T12:00:00Z"));
        Assert.Equal((0, 0, 0), (later.Entered.Count, later.Left.Count, later.BecameUncertain.Count));
        Assert.Equal(0, later.State.Audience.UpperSize);
    }

    [Fact]
    public void Advance_AContentThatCameLate_AsksAgainWhoseEventsMeantIt()
    {
        CategoryField kind = Field.Category("kind");
        var model = new SegmentModel(Rule.Event("view").Where(kind.OfContent.Is("loan")).AtLeast(1));
        UserOpsDataset before = new UserOpsDatasetBuilder()
            .AddContents(["other"], contents => contents.Id(id => id).With(kind, _ => "fund"))
            .AddEvents([("a", "loan-1"), ("b", "other")], events => events.User(x => x.Item1).Named("view").At(_ => Instant("2024-03-01T00:00:00Z")).Content(x => x.Item2))
            .Build();
        SegmentState state = model.Begin(before, At("2024-03-02T00:00:00Z"));
        Assert.Equal(0, state.Audience.UpperSize);

        UserOpsDataset after = before.Append(new UserOpsDatasetBuilder().AddContents(["loan-1"], contents => contents.Id(id => id).With(kind, _ => "loan")));
        Assert.Equal(["a"], state.Advance(Instant("2024-03-02T00:00:00Z"), after).Entered.Ids());
    }

    [Fact]
    public void Advance_NewUsers_AreAsked()
    {
        UserOpsDataset before = Logins("2024-02-29T00:00:00Z", "2024-02-29T12:00:00Z");
        SegmentState state = TwoLogins.Begin(before, At("2024-03-01T00:00:00Z"));
        UserOpsDataset after = before.Append(new UserOpsDatasetBuilder().AddEvents(
            ["2024-02-29T01:00:00Z", "2024-02-29T02:00:00Z"], events => events.User(_ => "late").Named("login").At(Instant)));
        SegmentChange change = state.Advance(Instant("2024-03-01T00:00:00Z"), after);
        Assert.Equal(["late"], change.Entered.Ids());
        Assert.Equal(2, change.State.Audience.Universe.Count);
    }

    [Fact]
    public void Advance_BackInTime_IsRefused()
    {
        SegmentState state = TwoLogins.Begin(Logins(), At("2024-03-01T00:00:00Z"));
        Assert.Equal("to", Assert.Throws<ArgumentException>(() => state.Advance(Instant("2024-02-29T00:00:00Z"))).ParamName);
    }

    [Fact]
    public void Advance_DataThatDidNotGrowOutOfTheOld_IsRefused()
    {
        UserOpsDataset one = Logins("2024-02-29T00:00:00Z");
        SegmentState state = TwoLogins.Begin(one, At("2024-03-01T00:00:00Z"));
        Assert.Throws<ArgumentException>(() => state.Advance(Instant("2024-03-01T00:00:00Z"), Logins("2024-02-29T00:00:00Z")));

        UserOpsDataset more = one.Append(new UserOpsDatasetBuilder().AddEvents(["2024-02-29T01:00:00Z"], Login));
        SegmentState later = TwoLogins.Begin(more, At("2024-03-01T00:00:00Z"));
        ArgumentException thrown = Assert.Throws<ArgumentException>(() => later.Advance(Instant("2024-03-02T00:00:00Z"), one));
        Assert.Contains("user 'u' had more events", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Begin_WithoutUsers_NeverChanges()
    {
        SegmentState state = TwoLogins.Begin(new UserOpsDatasetBuilder().Build(), At("2024-03-01T00:00:00Z"));
        Assert.Null(state.NextChange);
        Assert.Equal(0, state.Advance(Instant("2025-01-01T00:00:00Z")).Entered.Count);
    }

    private static UserOpsDataset Logins(params string[] instants) => new UserOpsDatasetBuilder()
        .AddUsers(["u"], users => users.User(id => id))
        .AddEvents(instants, Login)
        .Build();

    private static void Login(EventMap<string> map) => map.User(_ => "u").Named("login").At(Instant);

    private static EvaluationContext At(string asOf) => new() { AsOf = Instant(asOf), Zone = Shanghai };

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
