using UserOps.Models;
using UserOps.Models.Activity;
using UserOps.Models.Retention;
using UserOps.Quickstart.Inputs;
using UserOps.Quickstart.Report;

namespace UserOps.Quickstart;

/// <summary>The part of the page about staying: new users week by week, and the active users of each week.</summary>
internal static class StayingPage
{
    internal static void Show(Staying staying, Loaded loaded, Screen screen)
    {
        ShowRetention(staying.Retention.Summary, loaded.Data.Events, screen);
        ShowWeeks(staying.Weeks.Summary, loaded.Data.Events, screen);
    }

    private static void ShowRetention(RetentionSummary summary, EventTable events, Screen screen)
    {
        screen.Heading("留存 retention: new users by week");
        screen.Note($"new = {StageEvents.FirstOf(summary.Definition.Start, events)} in the data, back = {StageEvents.NameOf(summary.Definition.Return, events)} in the n-th week after that week; weeks begin on {summary.Context.WeekStart}; {RetentionTables.NotOver} where the week is not over");
        screen.NoteUnknown(summary.UnknownEvents);
        if (!StageEvents.AreKnown(summary.UnknownEvents, summary.Definition.Start, summary.Definition.Return))
        {
            return;
        }
        var cohorts = RetentionTables.Shown(summary);
        if (cohorts.IsEmpty)
        {
            screen.Note("Nobody is new in these weeks.");
            return;
        }
        screen.Show(RetentionTables.Triangle(summary, cohorts));
        screen.Note("mean: users back over users, of the cohorts above whose week is over");
        screen.NoteAny(RetentionTables.LeftOut(summary, cohorts));
    }

    private static void ShowWeeks(ActivityDecompositionSummary summary, EventTable events, Screen screen)
    {
        screen.Heading("活跃 active users by week");
        string active = StageEvents.NameOf(summary.Definition.Activity.Events, events);
        string created = summary.Definition.CreatedAt is { } field ? $"in the week of {field.Name}" : $"in the week of the {StageEvents.FirstOf(summary.Definition.Activity.Events, events)} in the data";
        screen.Note($"active = {active}; new = {created}; returning = active the week before too; resurrected = active again after an absence");
        screen.Note("went dormant = active the week before and not in this one; quick ratio = (new + resurrected) / went dormant");
        screen.NoteUnknown(summary.UnknownEvents);
        if (!StageEvents.AreKnown(summary.UnknownEvents, summary.Definition.Activity.Events))
        {
            return;
        }
        screen.Show(DecompositionTables.Weeks(summary));
        screen.NoteAny(DecompositionTables.LeftOut(summary));
    }
}
