using UserOps.Models.Survival;

namespace UserOps.Models.Tests.Survival;

/// <content>Users whose start lies before anybody watched.</content>
public partial class DurationModelTests
{
    [Theory] // watched from day 4 -> entry and time
    [InlineData("S......C..", DurationOutcome.Ended, 4.0, 7.0)]
    [InlineData("S..C......", DurationOutcome.NotWatched, null, null)]
    [InlineData("S...C.....", DurationOutcome.NotWatched, null, null)] // at risk only after the instant
    [InlineData("....S.C...", DurationOutcome.Ended, null, 2.0)]
    [InlineData("..S.......", DurationOutcome.Censored, 2.0, 7.0)]
    public void Evaluate_ObservedFrom_EntersLate(string journey, DurationOutcome outcome, double? entry, double? time)
        => AssertEntry(Closing with { ObservedFrom = Origin.AddDays(4) }, journey, outcome, entry, time);

    [Theory] // with inactivity at risk from day 7 on, when the limit has passed since day 4: whoever has not ended by then has been active meanwhile
    [InlineData("S....a....", DurationOutcome.Ended, 7.0, 8.0)]
    [InlineData("S.....a...", DurationOutcome.Ended, 7.0, 9.0)]
    [InlineData("S....a.a..", DurationOutcome.Censored, 7.0, 9.0)]
    [InlineData("S...a..a..", DurationOutcome.Censored, 7.0, 9.0)] // in time at exactly the limit
    [InlineData("S...a.....", DurationOutcome.NotWatched, null, null)] // ended on day 7, at risk only after it
    [InlineData("S.........", DurationOutcome.NotWatched, null, null)]
    [InlineData("...S......", DurationOutcome.NotWatched, null, null)]
    [InlineData("S......a..", DurationOutcome.NotWatched, null, null)] // before day 4 and then on day 7: a gap of more than three days
    [InlineData("S.......a.", DurationOutcome.NotWatched, null, null)]
    public void Evaluate_ObservedFromWithInactivity_EntersOneLimitLater(string journey, DurationOutcome outcome, double? entry, double? time)
        => AssertEntry(Silence with { ObservedFrom = Origin.AddDays(4) }, journey, outcome, entry, time);

    [Theory] // ended at the last activity, watched from day 2 to day 6: any activity since day 2 shows that the last one was not before
    [InlineData("S..a......", DurationOutcome.Ended, 2.0, 3.0)]
    [InlineData("S...a..a.a", DurationOutcome.Censored, 2.0, 6.0)]
    [InlineData("S.a.......", DurationOutcome.NotWatched, null, null)] // at risk only after day 2
    [InlineData("S....a....", DurationOutcome.NotWatched, null, null)] // before day 2 and then on day 5: ended before
    [InlineData("S.........", DurationOutcome.NotWatched, null, null)]
    public void Evaluate_ObservedFromWithLastActivity_EntersThere(string journey, DurationOutcome outcome, double? entry, double? time)
        => AssertEntry(LastSeen with { ObservedFrom = Origin.AddDays(2) }, journey, outcome, entry, time);

    [Theory] // with end events too nobody knows until day 5 whether who closed without activity had not fallen silent before
    [InlineData("S..a..C...", DurationOutcome.Ended, 5.0, 6.0)]
    [InlineData("S..aC.....", DurationOutcome.NotWatched, null, null)]
    [InlineData("S..C......", DurationOutcome.NotWatched, null, null)]
    public void Evaluate_ObservedFromWithLastActivityAndEnds_EntersOneLimitLater(string journey, DurationOutcome outcome, double? entry, double? time)
        => AssertEntry(LastSeen with { Ends = Closing.Ends, ObservedFrom = Origin.AddDays(2) }, journey, outcome, entry, time);

    [Theory] // a user leaves for good with 5 in 100 a day, and closes with 3 in 100 where there are end events
    [InlineData(InactivityEnd.LimitPassed, false, 0.05)]
    [InlineData(InactivityEnd.LastActivity, false, 0.05)]
    [InlineData(InactivityEnd.LimitPassed, true, 0.08)]
    [InlineData(InactivityEnd.LastActivity, true, 0.08)]
    public void Evaluate_ObservedFromInTheMiddle_LeavesTheRateAsItIs(InactivityEnd endsAt, bool hasEnds, double rate)
    {
        const int From = 30;
        var random = new Xoshiro256(19);
        string[] journeys = [.. Enumerable.Range(0, 60_000).Select(_ => SeenFrom(From, Leaving(random, 60, hasEnds)))];
        SurvivalTable table = Evaluate(
            new()
            {
                Start = "S",
                Ends = hasEnds ? Closing.Ends : [],
                Inactivity = new() { Activity = "a", Limit = TimeSpan.FromDays(10), EndsAt = endsAt },
                ObservedFrom = Origin.AddDays(From),
            },
            59,
            2,
            journeys).Table;
        (double ends, double days) = (0, 0);
        for (int row = 0; row < table.Count; row++)
        {
            bool isLate = table.Entries[row] > 0;
            ends += isLate && table.Events[row] ? 1 : 0;
            days += isLate ? table.Times[row] - table.Entries[row] : 0;
        }

        Assert.True(ends > 1_000);
        Assert.InRange(ends / days / rate, 1 - 4 / Math.Sqrt(ends), 1 + 4 / Math.Sqrt(ends));
    }
}
