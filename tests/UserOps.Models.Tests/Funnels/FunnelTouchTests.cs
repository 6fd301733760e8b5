using UserOps.Models.Funnels;

namespace UserOps.Models.Tests.Funnels;

/// <summary>A breakdown by first or last touch: the kernels and the general engine, and the rule itself.</summary>
public sealed class FunnelTouchTests
{
    private static readonly CategoryField Channel = Journeys.Channel;

    [Theory] // an event a minute: its name and its channel, '-' for none; '|' lets two share the minute
    [InlineData("A1 B2", "1", "2")]
    [InlineData("X3 A1 B2 X3", "1", "2")]     // what fills no step touches nobody
    [InlineData("A- B2 A-", "2", "2")]
    [InlineData("A2 |A1 B1 |B3", "1", "1")]   // at one instant the ordinally smallest
    [InlineData("A- |B2 A1", "2", "1")]
    [InlineData("B1", null, null)]            // never entered
    [InlineData("A- B-", null, null)]
    public void Evaluate_Touch_CountsTheUserInOneRow(string journey, string? first, string? last)
    {
        UserOpsDataset data = Read(journey);

        Assert.Equal(first, RowOf(data, FunnelAttribution.FirstTouch));
        Assert.Equal(last, RowOf(data, FunnelAttribution.LastTouch));
    }

    [Theory]
    [InlineData(FunnelAttribution.FirstTouch, false)]
    [InlineData(FunnelAttribution.FirstTouch, true)]
    [InlineData(FunnelAttribution.LastTouch, false)]
    [InlineData(FunnelAttribution.LastTouch, true)]
    public void Evaluate_RandomJourneys_KernelsAndEngineGiveTheSameRows(FunnelAttribution attribution, bool stepsOverlap)
    {
        var random = new Random(5);
        UserOpsDataset data = Read([.. Enumerable.Range(0, 2_000).Select(_ => string.Join(
            ' ', Enumerable.Range(0, random.Next(1, 10)).Select(i => $"{(i > 0 && random.Next(3) == 0 ? "|" : "")}{"ABCX"[random.Next(4)]}{"123-"[random.Next(4)]}")))]);
        FunnelModel counts = Journeys.Funnel("ABC", TimeSpan.FromMinutes(5), definition => definition with
        {
            Breakdown = new() { Property = Channel, Attribution = attribution },
            Steps = definition.Steps.SetItem(1, new FunnelStep
            {
                Events = (stepsOverlap ? EventFilter.Named("B", "A") : EventFilter.Named("B")).And(Channel.IsNot("3")),
            }),
        });
        var chains = new FunnelModel(counts.Definition with { Detail = FunnelDetail.Chains });
        foreach (int minutes in new[] { 2, 5, 100 })
        {
            EvaluationContext context = Journeys.Context with { AsOf = Journeys.Start.AddMinutes(minutes) };

            FunnelSummary byKernel = counts.Evaluate(data, context).Summary;
            FunnelSummary byEngine = chains.Evaluate(data, context).Summary;

            Assert.Equal(3, byKernel.Breakdown.Length);
            Assert.Equal(Rows(byEngine), Rows(byKernel));
            Assert.Equal(byEngine.Steps.Select(step => step.Completed), byKernel.Steps.Select(step => step.Completed));
            Assert.Equal(byEngine.EventsAfterAsOf, byKernel.EventsAfterAsOf);
        }
    }

    private static IEnumerable<string> Rows(FunnelSummary summary)
        => summary.Breakdown.Select(row => $"{row.Value}: {string.Join(' ', row.Counts)}");

    private static string? RowOf(UserOpsDataset data, FunnelAttribution attribution)
        => Journeys.Funnel("AB", null, definition => definition with { Breakdown = new() { Property = Channel, Attribution = attribution } })
            .Evaluate(data, Journeys.Context).Summary.Breakdown.SingleOrDefault()?.Value;

    private static UserOpsDataset Read(params string[] journeys)
    {
        var rows = new List<(int User, int Minute, string Name, string? Channel)>();
        for (int user = 0; user < journeys.Length; user++)
        {
            int minute = 0;
            foreach (string e in journeys[user].Split(' '))
            {
                minute += e[0] == '|' ? 0 : 1;
                rows.Add((user, minute, e[^2].ToString(), e[^1] == '-' ? null : e[^1].ToString()));
            }
        }

        return UserOpsDataset.FromEvents(rows, map => map
            .User(row => (long)row.User).At(row => Journeys.Start.AddMinutes(row.Minute)).Name(row => row.Name).With(Channel, row => row.Channel));
    }
}
