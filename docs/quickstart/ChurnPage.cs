using UserOps.Models;
using UserOps.Models.Lifecycle;
using UserOps.Models.Presentation;
using UserOps.Quickstart.Inputs;
using UserOps.Quickstart.Report;

namespace UserOps.Quickstart;

/// <summary>The part of the page about leaving: how many are warned of, and the first of them with their reasons.</summary>
internal static class ChurnPage
{
    internal static void Show(Staying staying, Loaded loaded, Screen screen)
    {
        var summary = staying.Churn.Summary;
        var asked = summary.Definition;
        screen.Heading("流失预警 churn warning");
        screen.Note(Question(asked, loaded.Data.Events));
        screen.NoteUnknown(summary.UnknownEvents);
        if (!StageEvents.AreKnown(summary.UnknownEvents, asked.Activity, asked.Amounts?.Events ?? EventFilter.Any))
        {
            return;
        }
        screen.Note(Judged(summary));
        if (staying.MostAtRisk.IsEmpty)
        {
            return;
        }
        screen.Note($"The {Cells.Count(staying.MostAtRisk.Length, "user")} most at risk, of those active in one of the last {StayingQuestions.WeeksToBeSeen} weeks:");
        screen.Show(ChurnTables.MostAtRisk(staying.MostAtRisk));
        screen.Note("The score is no probability; from 0.5 on a user is warned of.");
    }

    private static string Question(ChurnWarningDefinition asked, EventTable events)
    {
        string gap = $"warned of = away at least {CellText.Number(asked.GapRatioLimit, 0)} times as long as the user's usual gap between days with {StageEvents.NameOf(asked.Activity, events)}";
        return asked.Amounts is not { } amounts
            ? $"{gap}; no column is an amount with a currency, so the gap alone decides"
            : $"{gap}, and {amounts.Amount.Name} of {StageEvents.NameOf(amounts.Events, events)} in the last {amounts.RecentDays} days at least {CellText.Percent((double)-amounts.TrendLimit, 0)} below that of the {amounts.BaseDays} days before, in {amounts.Amount.Currency}";
    }

    private static string Judged(ChurnWarningSummary summary)
    {
        (long Users, string Why)[] unknown =
        [
            (summary.NoActivity, "never active"),
            (summary.TooFewGaps, $"fewer than {summary.Definition.MinimumGaps} gaps"),
            (summary.NoBaseAmount, "no amount before to fall from"),
            (summary.NegativeBaseAmount, "less than nothing before to fall from"),
        ];
        string reasons = string.Join(", ", unknown.Where(reason => reason.Users > 0).Select(reason => $"{reason.Why}: {CellText.Count(reason.Users)}"));
        string judged = summary.WarnedShare.Denominator == 0 ? "Nobody can be judged." : $"Warned of: {Cells.Share(summary.WarnedShare)} of the users judged.";
        return judged + (summary.Unknown == 0 ? "" : $" Not known: {Cells.Count(summary.Unknown, "user")} ({reasons}).");
    }
}
