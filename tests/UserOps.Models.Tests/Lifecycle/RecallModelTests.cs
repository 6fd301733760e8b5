using UserOps.Models.Lifecycle;

namespace UserOps.Models.Tests.Lifecycle;

public class RecallModelTests
{
    private static readonly RecallDefinition Definition = new() { Return = "login", Window = TimeSpan.FromDays(7) };

    [Theory] // targeted at noon of day 10; the end of day 20 sees the whole window
    [InlineData("10", false)]  // at the very instant of targeting
    [InlineData("17", true)]   // the last instant of the window
    [InlineData("18", false)]
    [InlineData("9,18", false)]
    [InlineData("9,12", true)]
    [InlineData("", false)]
    public void Evaluate_ReturnInTheWindow_Counts(string days, bool isBack)
    {
        RecallResult result = Evaluate(["ann"], [], Logins("ann", days), Logins("bob", "1"));
        Assert.Equal(new Ratio(isBack ? 1 : 0, 1), result.Summary.TargetedSoFar);
        Assert.Equal(isBack ? 1 : 0, result.Summary.Rate.Value);
        Assert.Equal(isBack, result.Users.Returned.Contains("ann"));
        Assert.Equal(!isBack, result.Users.NotReturned.Contains("ann"));
    }

    [Fact]
    public void Evaluate_WithAHoldout_GivesTheLift()
    {
        string[] targeted = [.. Enumerable.Range(0, 70).Select(i => $"t{i}")];
        string[] heldOut = [.. Enumerable.Range(0, 80).Select(i => $"h{i}")];
        ChurnRow[][] logs = [.. targeted.Select((user, i) => Logins(user, i < 56 ? "1,12" : "1")), .. heldOut.Select((user, i) => Logins(user, i < 48 ? "1,12" : "1"))];
        RecallSummary summary = Evaluate(targeted, heldOut, logs).Summary;
        Assert.Equal((0.8, 0.6), (summary.Rate.Value!.Value, summary.HoldoutRate!.Value.Value!.Value));
        Assert.Equal(new Ratio(56, 70).Wilson(), summary.RateInterval);
        ProportionComparison lift = summary.Lift!.Value;
        Assert.Equal(0.2, lift.Difference.Value!.Value, 15);
        Assert.Equal((0.0524, 0.3339), (Math.Round(lift.Interval!.Value.Low, 4), Math.Round(lift.Interval.Value.High, 4))); // Newcombe 1998
        Assert.Equal(0.00805, lift.PValue.Value!.Value, 5);
        Assert.Equal(summary, UserOpsJson.Deserialize<RecallSummary>(UserOpsJson.Serialize(summary)));
    }

    [Fact]
    public void Evaluate_WindowNotOver_CountsSoFarAndSaysSo()
    {
        RecallSummary summary = Evaluate(["ann", "bob"], [], 16, Logins("ann", "1,12"), Logins("bob", "1,17")).Summary;
        Assert.False(summary.IsComplete);
        Assert.Equal(new Ratio(1, 2), summary.TargetedSoFar);
        Assert.Equal((UndefinedReason?)UndefinedReason.NotYetObservable, summary.Rate.Undefined);
        Assert.Null(summary.RateInterval);
        Assert.Null(summary.Lift);
    }

    [Fact]
    public void Evaluate_NobodyTargeted_HasNoRate()
    {
        RecallSummary summary = Evaluate([], ["bob"], Logins("bob", "1,12")).Summary;
        Assert.Equal((UndefinedReason?)UndefinedReason.EmptyPopulation, summary.Rate.Undefined);
        Assert.Equal(1, summary.HoldoutRate!.Value.Value);
        Assert.Equal((UndefinedReason?)UndefinedReason.EmptyPopulation, summary.Lift!.Value.Difference.Undefined);
    }

    [Fact]
    public void Evaluate_GroupsThatCannotBeCompared_AreRefused()
    {
        UserOpsDataset data = ChurnLogs.DataOf([.. Logins("ann", "1"), .. Logins("bob", "1")]);
        UserOpsDataset other = ChurnLogs.DataOf(Logins("ann", "1"));
        UserSet ann = UserSet.Of(data.Directory, ["ann"]);
        var model = new RecallModel(Definition);
        var both = Assert.Throws<ArgumentException>(() => model.Evaluate(data, ChurnLogs.EndOf(20), ann, ChurnLogs.Noon(10), UserSet.Everyone(data.Directory)));
        Assert.Equal("1 of the users held out were targeted, 'ann' among them; a holdout is left alone. (Parameter 'holdout')", both.Message);
        var strangers = Assert.Throws<ArgumentException>(() => model.Evaluate(data, ChurnLogs.EndOf(20), UserSet.Everyone(other.Directory), ChurnLogs.Noon(10)));
        Assert.Equal("The users are not of this dataset, nor of one it grew out of. (Parameter 'targeted')", strangers.Message);
    }

    [Fact]
    public void Evaluate_SetsOfAnEarlierState_StayUsable()
    {
        UserOpsDataset before = ChurnLogs.DataOf(Logins("ann", "1"));
        UserOpsDataset data = before.Append(new UserOpsDatasetBuilder().AddEvents(
            [.. Logins("bob", "11"), .. Logins("ann", "12")],
            map => map.User(row => row.User).At(row => row.At).Name(row => row.Name).With(ChurnLogs.Amount, row => row.Amount)));
        RecallResult result = new RecallModel(Definition).Evaluate(data, ChurnLogs.EndOf(20), UserSet.Everyone(before.Directory), ChurnLogs.Noon(10));
        Assert.Equal(new Ratio(1, 1), result.Summary.TargetedSoFar);
        Assert.Equal(RecallGroup.Neither, result.Users.Explain("bob").Group);
    }

    [Fact]
    public void Explain_EveryGroup_NamesTheEvent()
    {
        RecallUsers users = Evaluate(["ann", "cy"], ["bob"], Logins("ann", "1,18"), Logins("bob", "1,12,13"), Logins("cy", "1")).Users;
        Assert.Equal((RecallGroup.Targeted, false, (TimeSpan?)TimeSpan.FromDays(1)), Told(users.Explain("ann")));
        Assert.Equal((RecallGroup.Holdout, true, (TimeSpan?)null), Told(users.Explain("bob")));
        Assert.Equal((RecallGroup.Targeted, false, (TimeSpan?)null), Told(users.Explain("cy")));
        RecallExplanation bob = users.Explain("bob");
        Assert.Equal((ChurnLogs.Noon(12), false), (bob.ReturnedAt!.Value, bob.IsOpen));
        Assert.Equal(bob, UserOpsJson.Deserialize<RecallExplanation>(UserOpsJson.Serialize(bob)));
        Assert.Equal("The dataset does not know the user 'dee'.", Assert.Throws<KeyNotFoundException>(() => users.Explain("dee")).Message);
    }

    [Fact]
    public void Evaluate_RandomLogs_IsADirectCountInAnyNumberOfShardsAndThreads()
    {
        for (int seed = 0; seed < 60; seed++)
        {
            ChurnRow[] rows = ChurnLogs.Random(seed, out _, out EvaluationContext context);
            DateTimeOffset at = context.AsOf.AddDays(-(seed % 30)).AddHours(-3);
            var model = new RecallModel(Definition);
            string[] users = [.. rows.Select(row => row.User).Distinct().Order(StringComparer.Ordinal)];
            Ratio Direct(int group) => new(
                users.Where(user => user[^1] % 3 == group).LongCount(user => rows.Any(row
                    => row.User == user && row.Name == "login" && row.At > at && row.At <= at.AddDays(7) && row.At <= context.AsOf)),
                users.LongCount(user => user[^1] % 3 == group));
            RecallSummary Summary(Func<string, bool> isThere, int threads)
            {
                UserOpsDataset data = ChurnLogs.DataOf(rows.Where(row => isThere(row.User)));
                UserSet Group(int group) => UserSet.Of(data.Directory, users.Where(user => isThere(user) && user[^1] % 3 == group).Select(user => (UserId)user));
                return model.Evaluate(data, context, Group(0), at, Group(1), new() { MaxDegreeOfParallelism = threads }).Summary;
            }

            RecallSummary whole = Summary(_ => true, 1 + (seed % 8));
            Assert.Equal((Direct(0), (Ratio?)Direct(1)), (whole.TargetedSoFar, whole.HoldoutSoFar));
            Assert.Equal(at.AddDays(7) <= context.AsOf, whole.IsComplete);
            Assert.Equal(whole, RecallSummary.Merge(Summary(user => user[^1] % 2 == 0, 1), Summary(user => user[^1] % 2 == 1, 2)));
        }
    }

    [Fact]
    public void Merge_OtherCampaign_IsRefused()
    {
        RecallSummary a = Evaluate(["ann"], [], Logins("ann", "1")).Summary;
        Assert.Equal("The summaries have different instants of targeting; they cannot be added up. (Parameter 'b')", Refusal(a, a with { TargetedAt = ChurnLogs.Noon(11) }));
        Assert.Equal("One of the summaries has no holdout; they cannot be added up. (Parameter 'b')", Refusal(a, a with { HoldoutSoFar = null }));
    }

    [Theory]
    [InlineData(0, 0.95, "/window: The window is 00:00:00; nobody can return in it. [durationNotPositive]")]
    [InlineData(1, 95, "/confidenceLevel: The confidence level is 95; it lies strictly between 0 and 1. [levelOutOfRange]")]
    public void Constructor_DefinitionThatCannotBe_SaysWhy(int days, double level, string message)
    {
        var refusal = Assert.Throws<InvalidDefinitionException>(() => new RecallModel(new() { Return = "login", Window = TimeSpan.FromDays(days), ConfidenceLevel = level }));
        Assert.Equal("The definition cannot be used:\n" + message, refusal.Message);
    }

    private static string Refusal(RecallSummary a, RecallSummary b) => Assert.Throws<ArgumentException>(() => RecallSummary.Merge(a, b)).Message;

    private static (RecallGroup, bool, TimeSpan?) Told(RecallExplanation told) => (told.Group, told.IsBack, told.LateBy);

    private static ChurnRow[] Logins(string user, string days)
        => [new(user, "view", ChurnLogs.Noon(0)), .. days.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(day => new ChurnRow(user, "login", ChurnLogs.Noon(int.Parse(day, System.Globalization.CultureInfo.InvariantCulture))))];

    private static RecallResult Evaluate(string[] targeted, string[] holdout, params ChurnRow[][] logs) => Evaluate(targeted, holdout, 20, logs);

    private static RecallResult Evaluate(string[] targeted, string[] holdout, int asOfDay, params ChurnRow[][] logs)
    {
        UserOpsDataset data = ChurnLogs.DataOf(logs.SelectMany(log => log));
        UserSet Of(string[] ids) => UserSet.Of(data.Directory, ids.Select(id => (UserId)id));
        return new RecallModel(Definition).Evaluate(data, ChurnLogs.EndOf(asOfDay), Of(targeted), ChurnLogs.Noon(10), Of(holdout));
    }
}
