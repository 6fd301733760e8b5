using UserOps.Models.Activity;
using UserOps.Models.Tests.Samples;
using UserOps.Samples;

namespace UserOps.Models.Tests.Activity;

/// <summary>Traffic and roles on the sample bank: numbers that hang together.</summary>
public class SampleBankTrafficTests
{
    private static readonly SampleBank Bank = SampleBank.Create(new() { Users = 1_000 });
    private static readonly UserOpsDataset Data = SampleBankData.Of(Bank);
    private static readonly EvaluationContext Context = SampleBankData.AtTheEnd(Bank);

    private static readonly TrafficModel Traffic = new(new()
    {
        Visits = SessionDefinition.Visits(EventFilter.Any),
        Period = CalendarUnit.Week,
        From = Bank.Options.FirstDay,
        To = Bank.Options.FirstDay.AddDays(Bank.Options.Days - 1),
        Source = Field.Category("os"),
    });

    [Fact]
    public void Traffic_OfAllWeeks_IsAllThereIs()
    {
        TrafficSummary summary = Traffic.Evaluate(Data, Context).Summary;
        SessionSummary sessions = new SessionModel(Traffic.Definition.Visits).Evaluate(Data, Context).Summary;
        Assert.Equal(Data.Events.Count, summary.Total.PageViews);
        Assert.Equal((sessions.Users, sessions.Sessions, sessions.Seconds), (summary.Total.UniqueVisitors, summary.Total.Visits, summary.Total.VisitSeconds));
        Assert.Equal(summary.Total.Visits, summary.BySource.Sum(row => row.Visits));
        Assert.InRange(summary.Total.ViewsPerVisit.Value!.Value, 1, 100);
        Assert.True(summary.Periods.Sum(period => period.Counts.UniqueVisitors) > summary.Total.UniqueVisitors);
    }

    [Fact]
    public void Roles_OfTheBank_AreBasesThatAddUp()
    {
        var roles = new UserRoleModel(new()
        {
            Member = Field.Date("registered_on").IsPresent(),
            Customer = Rule.Event("bind_card").AtLeast(1),
        }).Evaluate(Data, Context);
        Assert.True(roles.Summary is { Visitors: > 0, Members: > 0, Customers: > 0, Uncertain: 0 });
        TrafficSummary[] parts =
        [
            .. new[] { BasePopulation.Visitors, BasePopulation.Members, BasePopulation.Customers }
                .Select(population => Traffic.Evaluate(Data.Only(roles.Users.In(population)), Context).Summary),
        ];
        Assert.Equal(Traffic.Evaluate(Data, Context).Summary, parts.Aggregate(TrafficSummary.Merge));
    }
}
