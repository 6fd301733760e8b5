using UserOps.Models;
using UserOps.Quickstart.Inputs;
using UserOps.Quickstart.Report;

namespace UserOps.Quickstart;

/// <summary>The first part of every page: what was read, and up to which instant it is seen.</summary>
internal static class DataPage
{
    internal static void Show(Arguments asked, Loaded loaded, EvaluationContext context, Screen screen)
    {
        var data = loaded.Data;
        screen.Heading(loaded.IsSample ? "数据 what was read: the sample bank" : "数据 what was read");
        screen.Show(IngestReportTables.Counts(data.Ingest));
        foreach (string issue in IngestReportTables.Issues(data.Ingest))
        {
            screen.Note(issue);
        }
        if (asked.Currency is not null && !FieldKinds.HasAmounts(data))
        {
            screen.Note($"No field is an amount, so nothing is in {asked.Currency}; --types FIELD=amount says which fields are.");
        }
        if (loaded.IsPurchases)
        {
            screen.Note($"No column names the events and one is an amount: every row is a {OwnData.Purchase} (--event-name names it otherwise){(asked.Currency is null ? $", in a currency nobody named, {OwnData.UnnamedCurrency} (--currency)" : "")}.");
        }
        screen.Note($"{Cells.Count(data.Directory.Count, "user")}, events from {Moments.Local(data.Events.First!.Value, loaded.Zone)} to {Moments.Local(data.Events.Last!.Value, loaded.Zone)}, days of {loaded.Zone.Id}{(loaded.ZoneWasNamed ? "" : " (--zone names another)")}");
        screen.Note($"as of {Moments.Local(context.AsOf, loaded.Zone)}{(asked.AsOf is null ? ", the end of the last day in the data; --as-of names another" : "")}");
        int later = EventsAfter(context.AsOf, data.Events);
        if (later > 0)
        {
            screen.Note($"{Cells.Count(later, "event")} after that instant: not seen.");
        }
    }

    private static int EventsAfter(DateTimeOffset instant, EventTable events)
    {
        int count = 0;
        foreach (long ticks in events.UtcTicks)
        {
            count += ticks > instant.UtcTicks ? 1 : 0;
        }
        return count;
    }
}
