using UserOps.Models.Activity;

namespace UserOps.Models.Tests.Activity;

/// <summary>The session model against its definition, over random logs.</summary>
public class SessionTwinTests
{
    private const int Logs = 400;

    [Fact]
    public void Evaluate_RandomLog_EqualsTheTwin()
    {
        long sessions = 0;
        foreach (RandomVisits asked in Cases(1))
        {
            UserOpsDataset data = asked.Data();
            SessionResult result = new SessionModel(asked.Visits).Evaluate(data, asked.Context);
            TwinVisits[] twins = [.. UserSet.Everyone(data.Directory).Ids().Select(user => new TwinVisits(asked, user.ToString()))];
            for (int user = 0; user < twins.Length; user++)
            {
                Assert.Equal(
                    Enumerable.Range(0, twins[user].Events.Count).Select(twins[user].IndexOf), IndicesOfEvents(asked, data, result, user));
                Assert.Equal(twins[user].Sessions().Count(), result.Users.Counts[user]);
            }

            var all = twins.SelectMany(twin => twin.Sessions()).ToArray();
            SessionSummary summary = result.Summary;
            Assert.Equal(all.Length, summary.Sessions);
            Assert.Equal(all.Sum(session => session.Events.Length), summary.Events);
            Assert.Equal(all.Sum(session => (session.End - session.Events[0].At).Ticks), summary.Seconds * TimeSpan.TicksPerSecond);
            Assert.Equal(twins.Sum(twin => twin.Events.Count) - summary.Events, summary.EventsWithoutSession);
            Assert.Equal(twins.Count(twin => twin.Sessions().Any()), summary.Users);
            Assert.Equal(twins.Count(twin => twin.WouldGoOn(asked.Context.AsOf.AddTicks(1))), summary.OpenSessions);
            Assert.Equal(asked.Rows.Count(row => row.At > asked.Context.AsOf), summary.EventsAfterAsOf);
            Assert.Equal(summary.Users, result.Users.WithSessions.Count);
            sessions += summary.Sessions;
        }

        Assert.True(sessions > 10 * Logs, "The logs are too thin to say anything.");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(8)]
    public void Evaluate_AnyNumberOfThreads_GivesTheSame(int threads)
    {
        foreach (RandomVisits asked in Cases(2).Take(100))
        {
            var model = new SessionModel(asked.Visits);
            UserOpsDataset data = asked.Data();
            SessionResult expected = model.Evaluate(data, asked.Context, new() { MaxDegreeOfParallelism = 1 });
            SessionResult actual = model.Evaluate(data, asked.Context, new() { MaxDegreeOfParallelism = threads });
            Assert.Equal(expected.Summary, actual.Summary);
            Assert.Equal(expected.Users.Indices, actual.Users.Indices);
        }
    }

    [Fact]
    public void Evaluate_ReversedArrival_GivesTheSame()
    {
        foreach (RandomVisits asked in Cases(3))
        {
            var model = new SessionModel(asked.Visits);
            UserOpsDataset data = asked.Data();
            UserOpsDataset reversed = asked.Reversed().Data();
            SessionResult expected = model.Evaluate(data, asked.Context);
            SessionResult actual = model.Evaluate(reversed, asked.Context);
            Assert.Equal(expected.Summary, actual.Summary);
            foreach (UserId user in UserSet.Everyone(data.Directory).Ids())
            {
                Assert.Equal(expected.Users.Explain(user), actual.Users.Explain(user));
            }
        }
    }

    [Fact]
    public void Merge_ShardsOfUsers_EqualsTheWhole()
    {
        foreach (RandomVisits asked in Cases(4))
        {
            var model = new SessionModel(asked.Visits);
            SessionSummary whole = model.Evaluate(asked.Data(), asked.Context).Summary;
            SessionSummary merged = Enumerable.Range(0, 3)
                .Select(shard => model.Evaluate(asked.Data(user => user[^1] % 3 == shard), asked.Context).Summary).Aggregate(SessionSummary.Merge);
            Assert.Equal(whole, merged);
            Assert.Equal(UserOpsJson.Serialize(whole), UserOpsJson.Serialize(merged));
        }
    }

    [Fact]
    public void Split_SpanDoor_AgreesWithTheTypedDoor()
    {
        foreach (RandomVisits asked in Cases(5).Where(asked => asked.Visits.Events.Where is null))
        {
            var model = new SessionModel(asked.Visits);
            UserOpsDataset data = asked.Data();
            SessionResult result = model.Evaluate(data, asked.Context);
            SessionSplitter splitter = model.SplitterIn(asked.Context);
            for (int user = 0; user < data.Directory.Count; user++)
            {
                Range own = data.Events.Offsets[user]..data.Events.Offsets[user + 1];
                SessionRole[] roles = [.. Enumerable.Range(0, data.Events.Count).Take(own).Select(i => splitter.RoleOf(data.Events.NameAt(i)))];
                int[] indices = new int[roles.Length];
                Array.Fill(indices, -1);
                int highest = splitter.Split(data.Events.UtcTicks[own], roles, indices);
                Assert.Equal(result.Users.Indices[own].ToArray(), indices);
                Assert.True(highest >= indices.Append(0).Max());
            }
        }
    }

    [Fact]
    public void Explain_RandomLog_SaysWhatTheSessionsAre()
    {
        var reasons = new HashSet<SessionStart>();
        foreach (RandomVisits asked in Cases(6))
        {
            UserOpsDataset data = asked.Data();
            SessionResult result = new SessionModel(asked.Visits).Evaluate(data, asked.Context);
            foreach (UserId user in UserSet.Everyone(data.Directory).Ids())
            {
                SessionExplanation told = result.Users.Explain(user);
                var twin = new TwinVisits(asked, user.ToString());
                Assert.Equal(
                    twin.Sessions().Select(session => (session.Index, session.Events[0].At, session.End, session.Events.Length)),
                    told.Sessions.Select(session => (session.Index, session.Start, session.End, session.Events)));
                Assert.Equal(twin.WouldGoOn(asked.Context.AsOf.AddTicks(1)), told.Sessions.Any(session => session.IsOpen));
                Assert.All(told.Sessions, session => AssertReason(asked.Visits, session));
                Assert.Equal(told, UserOpsJson.Deserialize<SessionExplanation>(UserOpsJson.Serialize(told)));
                reasons.UnionWith(told.Sessions.Select(session => session.StartedBy));
            }
        }

        Assert.Equal(Enum.GetValues<SessionStart>().ToHashSet(), reasons);
    }

    [Fact]
    public void Summaries_RandomLog_SurviveJson()
    {
        foreach (RandomVisits asked in Cases(7).Take(50))
        {
            SessionSummary summary = new SessionModel(asked.Visits).Evaluate(asked.Data(), asked.Context).Summary;
            Assert.Equal(summary, UserOpsJson.Deserialize<SessionSummary>(UserOpsJson.Serialize(summary)));
        }
    }

    private static void AssertReason(SessionDefinition definition, UserSession session)
    {
        Assert.Equal(session.StartedBy == SessionStart.FirstEvent, session.Gap is null && definition.Separators is null);
        Assert.True(session.StartedBy != SessionStart.Inactivity || session.Gap > definition.InactivityLimit);
        Assert.True(session.StartedBy != SessionStart.Midnight || (definition.Midnight == SessionMidnight.Cuts && !(session.Gap > definition.InactivityLimit)));
        Assert.True(session.StartedBy != SessionStart.Closed || definition.Closes is not null);
        Assert.True(session.StartedBy != SessionStart.Separator || definition.Separators is not null);
    }

    private static IEnumerable<int> IndicesOfEvents(RandomVisits asked, UserOpsDataset data, SessionResult result, int user)
    {
        EventMatches[] filters =
        [
            .. new[] { asked.Visits.Separators, asked.Visits.Closes, asked.Visits.Events }.OfType<EventFilter>()
                .Select(filter => EventMatches.Of(filter, data, asked.Context.Zone, "")),
        ];
        for (int i = data.Events.Offsets[user]; i < data.Events.Offsets[user + 1]; i++)
        {
            EventMatches? role = Array.Find(filters, filter => filter.Contains(data.Events.CodeAt(i), i));
            if (role == filters[^1] && data.Events.UtcTicks[i] <= asked.Context.AsOf.UtcTicks)
            {
                yield return result.Users.Indices[i];
            }
        }
    }

    private static IEnumerable<RandomVisits> Cases(int block) => Enumerable.Range(block * Logs, Logs).Select(RandomVisits.Create);
}
