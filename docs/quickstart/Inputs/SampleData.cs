using UserOps.Models;
using UserOps.Samples;

namespace UserOps.Quickstart.Inputs;

/// <summary>The embedded sample, through the door for rows in memory: lambdas say where things are.</summary>
internal static class SampleData
{
    internal static Loaded Load(Screen screen)
    {
        var bank = screen.Track("making the sample", _ => SampleBank.Create());
        var builder = new UserOpsDatasetBuilder();
        builder.AddUsers(bank.Users, user => user
            .User(row => row.Id)
            .With(SampleFields.RegisteredOn, row => row.RegisteredOn)
            .With(SampleFields.BirthDate, row => row.BirthDate)
            .With(SampleFields.Gender, row => row.Gender)
            .With(SampleFields.City, row => row.City)
            .With(SampleFields.Channel, row => row.Channel)
            .With(SampleFields.CardType, row => row.CardType)
            .With(SampleFields.MonthlyIncome, row => row.MonthlyIncome)
            .With(SampleFields.Assets, row => row.Assets)
            .With(SampleFields.RiskLevel, row => row.RiskLevel)
            .With(SampleFields.MarketingConsent, row => row.MarketingConsent));
        builder.AddContents(bank.Contents, content => content
            .Id(row => row.Id)
            .With(SampleFields.Kind, row => row.Kind)
            .With(SampleFields.Topic, row => row.Topic)
            .With(SampleFields.Price, row => row.Price)
            .With(SampleFields.AnnualRate, row => row.AnnualRate));
        screen.Track("reading the log", progress => builder.AddEvents(Watched(bank.Events, progress), log => log
            .User(row => row.UserId)
            .At(row => row.At)
            .Name(row => row.Name)
            .EventId(row => row.Id)
            .Content(row => row.ContentId)
            .With(SampleFields.Channel, row => row.Channel)
            .With(SampleFields.Os, row => row.Os)
            .With(SampleFields.Page, row => row.Page)
            .With(SampleFields.Amount, row => row.Amount)
            .With(SampleFields.Success, row => row.Success)));
        var data = screen.Track("building tables", progress => builder.Build(new RunOptions { Progress = progress }));
        return new Loaded(data, Zones.Find(SampleBank.ZoneId), ZoneWasNamed: true, IsSample: true);
    }

    private static IEnumerable<SampleEvent> Watched(IReadOnlyList<SampleEvent> events, IProgress<double> progress)
    {
        const int RowsPerReport = 16_384;
        for (int i = 0; i < events.Count; i++)
        {
            if (i % RowsPerReport == 0)
            {
                progress.Report((double)i / events.Count);
            }
            yield return events[i];
        }
    }
}
