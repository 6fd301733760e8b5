using UserOps.Models.Funnels;

namespace UserOps.Models.Tests.Funnels;

/// <summary>Datasets written as journeys: one letter is one event of that name, a minute after the one before.</summary>
internal static class Journeys
{
    internal static readonly DateTimeOffset Start = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    internal static readonly CategoryField Channel = Field.Category("channel");

    internal static readonly EvaluationContext Context = EvaluationContext.AtEndOf(new(2026, 12, 31), TimeZoneInfo.Utc);

    /// <summary>Makes a dataset of users u0, u1, ...; '.' is an event outside every funnel, '|' lets two events share the minute before it.</summary>
    internal static UserOpsDataset Of(params IEnumerable<string> journeys) => Of(journeys, _ => null);

    /// <summary>Makes a dataset in which each user has one channel.</summary>
    internal static UserOpsDataset Of(IEnumerable<string> journeys, Func<int, string?> channelOf)
    {
        Row[] rows = [.. journeys.SelectMany((journey, user) => Read(user, journey))];
        return UserOpsDataset.FromEvents(rows, map => map
            .User(row => $"u{row.User}").At(row => row.At).Name(row => row.Name).With(Channel, row => channelOf(row.User)));
    }

    internal static FunnelModel Funnel(string steps, TimeSpan? window = null, Func<FunnelDefinition, FunnelDefinition>? change = null)
    {
        var definition = new FunnelDefinition { Steps = [.. steps.Select(step => (FunnelStep)step.ToString())], Window = window };
        return new FunnelModel(change is null ? definition : change(definition));
    }

    internal static long[] Counts(FunnelResult result) => [.. result.Summary.Steps.Select(step => step.Completed)];

    private static IEnumerable<Row> Read(int user, string journey)
    {
        int minute = 0;
        for (int i = 0; i < journey.Length; i++)
        {
            if (journey[i] == '|')
            {
                minute--;
                continue;
            }

            yield return new Row(user, Start.AddMinutes(minute++), journey[i].ToString());
        }
    }

    private sealed record Row(int User, DateTimeOffset At, string Name);
}
